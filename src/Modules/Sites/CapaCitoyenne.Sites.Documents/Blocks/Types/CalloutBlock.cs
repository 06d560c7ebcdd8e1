using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Something that stands out. A warning without a title says so in words, since colour alone says nothing.</summary>
internal sealed class CalloutBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Callout,
    [
        new("kind", FieldKind.Choice) { Required = true, Values = ["info", "success", "warning"] },
        new("title", FieldKind.Text) { MaxLength = 200 },
        new("markdown", FieldKind.Markdown) { Required = true },
    ]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        writer.Open("aside", block, "callout-" + Kind(block));
        if (Title(block, writer.Context) is { } title) writer.Tag("p", "callout-title").Raw("<strong>").Text(title).Raw("</strong></p>");
        writer.MainMarkdown(block).Raw("</aside>\n");
    }

    public override void WriteEmail(Block block, HtmlWriter writer)
    {
        if (Title(block, writer.Context) is { } title) writer.Raw("<p><strong>").Text(title).Raw("</strong></p>");
        writer.MainMarkdown(block);
    }

    public override string? EmailStyle(string accentColor) => "padding:20px 28px 4px 22px;border-left:6px solid " + accentColor + ";background:#f4f1ea";

    public override string WriteText(Block block, PlainTextWriter writer) => PlainTextWriter.Lines(Title(block, writer.Context), writer.Markdown(block.Text("markdown")));

    private static string Kind(Block block) => block.Text("kind") is "success" or "warning" ? block.Text("kind")! : "info";

    private static string? Title(Block block, WriterContext context)
        => block.Text("title") is { Length: > 0 } title ? title : Kind(block) == "warning" ? context.Words.Warning : null;
}
