namespace CapaCitoyenne.Sites.Documents;

/// <summary>Limits of <c>page/1</c>. Bytes are counted in UTF-8.</summary>
public static class DocumentLimits
{
    public const int Blocks = 200;
    public const int MarkdownBytes = 32 * 1024;
    public const int DocumentBytes = 256 * 1024;
    public const int BlockIdLength = 64;

    /// <summary>Columns hold blocks, and those hold none.</summary>
    public const int Depth = 2;
}
