namespace CapaCitoyenne.Sites.Imports;

/// <summary>An uploaded file, open: tells what is in it, one thing at a time, and gives the bytes of its pictures.</summary>
internal abstract class SourceFile : IAsyncDisposable
{
    public abstract IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Bytes of an entry of the archive; null when there are more than that, or no such entry.</summary>
    public virtual Task<byte[]?> ReadEntryAsync(string name, int maxBytes, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public abstract ValueTask DisposeAsync();
}
