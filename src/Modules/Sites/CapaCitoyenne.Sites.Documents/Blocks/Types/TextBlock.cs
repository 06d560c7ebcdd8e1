using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

internal sealed class TextBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Text, [new("markdown", FieldKind.Markdown) { Required = true }]);

    public override void WriteHtml(Block block, HtmlWriter writer) => writer.Open("div", block).MainMarkdown(block).Raw("</div>\n");

    public override void WriteEmail(Block block, HtmlWriter writer) => writer.MainMarkdown(block);

    public override string WriteText(Block block, PlainTextWriter writer) => writer.Markdown(block.Text("markdown"));
}
