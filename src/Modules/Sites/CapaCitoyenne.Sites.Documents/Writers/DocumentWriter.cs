using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Writes a document for one target. Never throws on content; what is not understood shows its fallback text.</summary>
public static class DocumentWriter
{
    public static string Write(PageDocument document, WriterContext context) => context.Target switch
    {
        WriterTarget.Text => new PlainTextWriter(context).Write(document.Blocks),
        WriterTarget.Email => new EmailWriter(context).Write(document.Blocks),
        _ => new HtmlWriter(context).Write(document.Blocks),
    };

    /// <summary>What a reader sees of a block that this version does not understand.</summary>
    internal static string FallbackText(Block block)
        => new[] { "fallback", "markdown", "text", "title", "label", "caption" }.Select(block.Said.Text).FirstOrDefault(text => text is not null) ?? "";

    internal static string? Anchor(Block block)
        => block.Id.Length is > 0 and <= DocumentLimits.BlockIdLength && block.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? block.Id : null;
}
