using System.IO.Compression;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Bounds of an archive that somebody uploads. What our export writes of a site is within them.</summary>
internal static class ArchiveLimits
{
    /// <summary>A file and a draft for each thing that an import takes, and those beside.</summary>
    public const int Entries = 2 * SiteImportConsts.MaxItems + 10;

    /// <summary>Bytes of all texts.</summary>
    public const long TextBytes = 512L * 1024 * 1024;

    /// <summary>Bytes of all entries, unpacked, of a site with the ordinary quota.</summary>
    public const long TotalBytes = MediaSettings.DefaultQuotaMegabytes * 1024L * 1024 + TextBytes;

    /// <summary>Unpacked to packed. Text reaches 20, a bomb 1000.</summary>
    public const int Ratio = 200;

    /// <summary>Small entries may be as regular as they like.</summary>
    public const long FreeBytes = 1024 * 1024;
    public const int NameLength = 300;
}

/// <summary>
/// A zip archive from outside: checked as a whole before anything is read, and bounded again while reading, since what it says of itself may
/// be a lie. Nothing is ever written to a path that it names, and archives in it stay closed.
/// </summary>
internal sealed class SafeArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    private SafeArchive(ZipArchive zip) => _zip = zip;

    /// <summary>Names of the files, in the archive's order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <param name="stream">Seekable.</param>
    /// <param name="maxBytes">Bytes of all entries, unpacked.</param>
    /// <exception cref="BusinessException">ImportFileUnreadable, ImportArchiveUnsafe.</exception>
    public static SafeArchive Open(Stream stream, long maxBytes = ArchiveLimits.TotalBytes, bool leaveOpen = false)
    {
        ZipArchive? zip = null;
        if (!ZipDirectory.IsWithin(stream, ArchiveLimits.Entries)) throw ZipEntries.Unsafe("…");
        try
        {
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen);
            var archive = new SafeArchive(zip);
            archive.Check(stream.Length, maxBytes);
            return archive;
        }
        catch (InvalidDataException exception)
        {
            zip?.Dispose();
            throw new BusinessException(SitesTransferErrorCodes.ImportFileUnreadable, innerException: exception).WithData("Line", 0);
        }
        catch (BusinessException)
        {
            zip?.Dispose();
            throw;
        }
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>All bytes of an entry; null when there are more than that.</summary>
    public async Task<byte[]?> ReadAsync(string name, long maxBytes, CancellationToken cancellationToken = default)
        => _entries.TryGetValue(name, out var entry) ? await entry.ReadAsync(maxBytes, cancellationToken) : null;

    /// <summary>An entry on disk, for what is read as a stream.</summary>
    public async Task<Stream> ExtractAsync(string name, long maxBytes, CancellationToken cancellationToken = default)
    {
        var file = TemporaryFile.Create();
        try
        {
            await using var content = await _entries[name].OpenAsync(cancellationToken);
            var part = new byte[81920];
            while (await content.ReadAsync(part, cancellationToken) is > 0 and var read)
            {
                if (file.Length + read > maxBytes) throw ZipEntries.Unsafe(name);
                await file.WriteAsync(part.AsMemory(0, read), cancellationToken);
            }
            file.Position = 0;
            return file;
        }
        catch (Exception exception)
        {
            await file.DisposeAsync();
            if (exception is InvalidDataException) throw ZipEntries.Unsafe(name);
            throw;
        }
    }

    public void Dispose() => _zip.Dispose();

    private void Check(long length, long maxBytes)
    {
        long packed = 0, unpacked = 0;
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName;
            if (!IsInside(name)) throw ZipEntries.Unsafe(name);
            // A folder, or what a Mac puts beside files.
            if (name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal)) continue;
            packed += entry.CompressedLength;
            unpacked += entry.Length;
            if (entry.Length > ArchiveLimits.FreeBytes && entry.Length / Math.Max(1, entry.CompressedLength) > ArchiveLimits.Ratio) throw ZipEntries.Unsafe(name);
            // Entries that lie over each other share their bytes: the trick of the densest bombs.
            if (unpacked > maxBytes || packed > length) throw ZipEntries.Unsafe(name);
            if (!_entries.TryAdd(name, entry)) throw ZipEntries.Unsafe(name);
        }
    }

    private static bool IsInside(string name)
        => name.Length is > 0 and <= ArchiveLimits.NameLength && name[0] != '/' && !name.Contains('\\', StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal)
            && !name.Any(char.IsControl) && !name.Split('/').Contains("..");
}
