using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>What to do, in order.</summary>
internal sealed class StepsBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Steps,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 20,
            Items = [new("title", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 200 }, new("markdown", FieldKind.Markdown) { Required = true }],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        writer.Tag("ol", "steps").Raw("\n");
        foreach (var item in block.Items())
        {
            writer.Tag("li", "step");
            writer.Element(heading, "step-title", item.Text("title"));
            writer.Tag("div", "step-text").Markdown(item.Text("markdown")).Raw("</div></li>\n");
        }
        writer.Raw("</ol>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select((item, i) => PlainTextWriter.Lines(
            (i + 1).ToString(CultureInfo.InvariantCulture) + ". " + item.Text("title"), writer.Markdown(item.Text("markdown"))));
}
