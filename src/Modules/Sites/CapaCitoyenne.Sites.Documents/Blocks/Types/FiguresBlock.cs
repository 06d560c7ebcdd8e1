using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Numbers with what they count.</summary>
internal sealed class FiguresBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Figures,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 8,
            Items =
            [
                new("value", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 40 },
                new("label", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 120 },
            ],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        writer.Tag("dl", "figures");
        foreach (var item in block.Items())
        {
            writer.Tag("div", "figure").Raw("<dt>").Text(item.Text("label")).Raw("</dt><dd>").Text(item.Text("value")).Raw("</dd></div>");
        }
        writer.Raw("</dl>");
    }

    protected override void WriteEmailContent(Block block, string heading, HtmlWriter writer)
    {
        foreach (var item in block.Items())
            writer.Raw("<p><strong style=\"font-size:28px\">").Text(item.Text("value")).Raw("</strong><br>").Text(item.Text("label")).Raw("</p>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select(item => writer.Item(item.Text("value") + " " + item.Text("label")));
}
