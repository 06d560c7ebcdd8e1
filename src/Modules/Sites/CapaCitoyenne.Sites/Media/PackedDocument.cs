using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// Looks into the zip archives that office documents are, without unpacking them: OpenDocument and Office Open XML are taken, unless they are
/// packed so as to harm who opens them, or hold macros.
/// </summary>
internal static class PackedDocument
{
    private const int EndLength = 22;
    private const int MaxEntries = 5_000;
    private const int MaxDirectoryBytes = 2 * 1024 * 1024;
    private const long MaxUnpackedBytes = 500L * 1024 * 1024;
    private const int MaxRatio = 100;

    // Small documents shrink by any ratio: a sheet of zeros is no attack.
    private const long HarmlessUnpackedBytes = 10L * 1024 * 1024;

    /// <returns>Null for archives that are no document.</returns>
    /// <exception cref="BusinessException">MediaUnreadable, MediaHasMacros.</exception>
    public static FileType? Recognize(Stream stream)
    {
        if (!IsSoundDirectory(stream)) throw Unreadable();
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Any(IsOutside) || IsBomb(archive, stream.Length)) throw Unreadable();
            var type = OpenDocument(archive) ?? OpenXml(archive);
            return type is not null && archive.Entries.Any(HoldsMacros) ? throw new BusinessException(SitesErrorCodes.MediaHasMacros) : type;
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>
    /// Whether the archive ends with one short directory, right before its end record: nothing stands before or behind the archive, and reading
    /// the directory costs little, whatever it says.
    /// </summary>
    private static bool IsSoundDirectory(Stream stream)
    {
        var length = (int)Math.Min(stream.Length, EndLength + ushort.MaxValue);
        var tail = new byte[length];
        stream.Position = stream.Length - length;
        stream.ReadExactly(tail);
        for (var at = length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (!end.StartsWith("PK\u0005\u0006"u8) || BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength) continue;
            long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            return BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) <= MaxEntries && size <= MaxDirectoryBytes && offset + size == stream.Length - length + at;
        }
        return false;
    }

    private static bool IsOutside(ZipArchiveEntry entry)
        => entry.FullName.StartsWith('/') || entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.Split('/').Contains("..");

    private static bool IsBomb(ZipArchive archive, long packed)
    {
        var unpacked = archive.Entries.Aggregate(0L, (sum, entry) => sum > MaxUnpackedBytes ? sum : sum + entry.Length);
        return unpacked > MaxUnpackedBytes || (unpacked > HarmlessUnpackedBytes && unpacked > packed * MaxRatio);
    }

    private static FileType? OpenDocument(ZipArchive archive)
    {
        if (archive.Entries is not [{ FullName: "mimetype", Length: < 100 } entry, ..]) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var characters = new char[100];
        var contentType = new string(characters, 0, reader.ReadBlock(characters)).Trim();
        return new[] { FileTypes.Odt, FileTypes.Ods, FileTypes.Odp }.FirstOrDefault(type => type.ContentType == contentType);
    }

    private static FileType? OpenXml(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is null) return null;
        if (archive.GetEntry("word/document.xml") is not null) return FileTypes.Docx;
        if (archive.GetEntry("xl/workbook.xml") is not null) return FileTypes.Xlsx;
        return archive.GetEntry("ppt/presentation.xml") is not null ? FileTypes.Pptx : null;
    }

    private static bool HoldsMacros(ZipArchiveEntry entry)
        => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || (entry.Length > 0 && (entry.FullName.StartsWith("Basic/", StringComparison.Ordinal) || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal)));

    private static BusinessException Unreadable(Exception? inner = null) => new(SitesErrorCodes.MediaUnreadable, innerException: inner);
}
