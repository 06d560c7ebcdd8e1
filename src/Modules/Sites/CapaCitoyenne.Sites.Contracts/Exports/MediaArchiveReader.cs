using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// Reads an archive that <see cref="MediaArchive"/> wrote, or that somebody packed by hand. It is bounded while it is read, since what it says of
/// itself may be a lie; nothing is ever written to a path that it names.
/// </summary>
public sealed partial class MediaArchiveReader : IDisposable
{
    /// <summary>Bytes of the archive, packed.</summary>
    public const long MaxBytes = 200L * Megabyte;

    private const int MaxEntries = 20_000;
    private const int Megabyte = 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _urns = new(StringComparer.Ordinal);
    private long _left = 2 * MaxBytes;

    private MediaArchiveReader(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries) _entries.TryAdd(entry.FullName, entry);
    }

    /// <summary>Names of the files, in the archive's order.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <param name="stream">Seekable; left open.</param>
    /// <exception cref="BusinessException">ImportArchiveUnreadable: it is no zip archive; ImportArchiveUnsafe: it has more than 20,000 entries.</exception>
    public static MediaArchiveReader Open(Stream stream)
    {
        try
        {
            if (!ZipDirectory.IsWithin(stream, MaxEntries)) throw ZipEntries.Unsafe("…");
            return new MediaArchiveReader(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        }
        catch (Exception exception) when (exception is InvalidDataException or ArgumentOutOfRangeException)
        {
            // The second is what an uploaded file says when it is shorter than the end of an archive.
            throw new BusinessException(SitesTransferErrorCodes.ImportArchiveUnreadable, innerException: exception);
        }
    }

    /// <summary>A text; null when it is not there.</summary>
    /// <exception cref="BusinessException">ImportArchiveUnsafe: longer than that, or not what the archive says.</exception>
    public async Task<string?> ReadAsync(string name, int maxBytes, CancellationToken cancellationToken = default)
        => await ReadBytesAsync(name, maxBytes, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n") : null;

    /// <summary>Brings the files that a text names by their place in the archive into the current space, as uploads.</summary>
    /// <returns>The text with their references. What is not in the archive stays named as it is.</returns>
    /// <exception cref="BusinessException">ImportArchiveUnsafe; those of <see cref="IMediaIntegrationService.AddAsync"/>.</exception>
    public async Task<string> BringMediaAsync(string text, IMediaIntegrationService media, CancellationToken cancellationToken = default)
    {
        foreach (var path in Place().Matches(text).Select(match => match.Value).Distinct().Where(path => !_urns.ContainsKey(path)))
        {
            var bytes = await ReadBytesAsync(path, MediaConsts.MaxDocumentMegabytes * Megabyte, cancellationToken);
            _urns[path] = bytes is null ? null : await media.AddAsync(Mark().Replace(path[MediaArchive.Folder.Length..], ""), bytes);
        }

        return Place().Replace(text, match => _urns[match.Value] ?? match.Value);
    }

    public void Dispose() => _zip.Dispose();

    private async Task<byte[]?> ReadBytesAsync(string name, int maxBytes, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(name, out var entry)) return null;
        var bytes = await entry.ReadAsync(Math.Min(maxBytes, _left), cancellationToken) ?? throw ZipEntries.Unsafe(name);
        _left -= bytes.Length;
        return bytes;
    }

    [GeneratedRegex("medias/[A-Za-z0-9][A-Za-z0-9._-]{0,150}[A-Za-z0-9]", RegexOptions.None, 1000)]
    private static partial Regex Place();

    /// <summary>What makes a name unlike the others; see <see cref="MediaFileInfo"/>.</summary>
    [GeneratedRegex("^[0-9a-f]{12}-", RegexOptions.None, 1000)]
    private static partial Regex Mark();
}
