namespace CapaCitoyenne.Sites.Imports.WordPress;

internal sealed class WxrFile(Stream stream) : SourceFile
{
    public override IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken)
    {
        stream.Position = 0;
        return WxrReader.ReadAsync(stream, cancellationToken);
    }

    public override ValueTask DisposeAsync() => stream.DisposeAsync();
}
