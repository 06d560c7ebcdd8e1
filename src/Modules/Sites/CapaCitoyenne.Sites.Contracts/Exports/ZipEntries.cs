using System.IO.Compression;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Entries of an archive from outside, bounded while they are read: what it says of itself may be a lie.</summary>
public static class ZipEntries
{
    /// <returns>All bytes of an entry; null when there are more than that.</returns>
    /// <exception cref="BusinessException">ImportArchiveUnsafe: it is not what the archive says.</exception>
    public static async Task<byte[]?> ReadAsync(this ZipArchiveEntry entry, long maxBytes, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            using var buffer = new MemoryStream();
            var part = new byte[81920];
            while (await content.ReadAsync(part, cancellationToken) is > 0 and var read)
            {
                if (buffer.Length + read > maxBytes) return null;
                buffer.Write(part, 0, read);
            }
            return buffer.ToArray();
        }
        catch (InvalidDataException)
        {
            throw Unsafe(entry.FullName);
        }
    }

    /// <param name="entry">What is said of it: a name, shortened.</param>
    public static BusinessException Unsafe(string entry) => new BusinessException(SitesTransferErrorCodes.ImportArchiveUnsafe).WithData("Entry", entry.Length <= 100 ? entry : entry[..100]);
}
