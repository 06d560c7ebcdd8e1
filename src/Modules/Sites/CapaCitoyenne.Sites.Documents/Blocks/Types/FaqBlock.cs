using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Questions whose answers open at a click; where nothing opens, as in mails and on paper, everything is shown.</summary>
internal sealed class FaqBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Faq,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 40,
            Items = [new("question", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 300 }, new("markdown", FieldKind.Markdown) { Required = true }],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        foreach (var item in block.Items())
        {
            if (writer.Context.Target == WriterTarget.Web)
            {
                writer.Tag("details", "faq-item").Raw("<summary>").Text(item.Text("question")).Raw("</summary>");
                writer.Tag("div", "faq-answer").Markdown(item.Text("markdown")).Raw("</div></details>\n");
            }
            else
            {
                writer.Element(heading, "faq-question", item.Text("question"));
                writer.Tag("div", "faq-answer").Markdown(item.Text("markdown")).Raw("</div>\n");
            }
        }
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select((item, i) => (i == 0 ? "" : "\n") + PlainTextWriter.Lines(item.Text("question"), writer.Markdown(item.Text("markdown"))));
}
