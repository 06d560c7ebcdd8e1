namespace CapaCitoyenne.Sites.Imports;

/// <summary>The uploaded files, kept for a month.</summary>
[BlobContainerName("sites-imports")]
internal sealed class ImportFiles;

/// <summary>A file on disk for the time of some work: archives are read back and forth.</summary>
internal static class TemporaryFile
{
    public static FileStream Create()
        => new(Path.Combine(Path.GetTempPath(), "capacitoyenne-" + Guid.NewGuid().ToString("N") + ".tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    /// <summary>The stream itself when one can go back in it, otherwise a copy.</summary>
    public static async Task<Stream> SeekableAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream.CanSeek) return stream;
        await using (stream)
        {
            var copy = Create();
            await stream.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
            return copy;
        }
    }
}
