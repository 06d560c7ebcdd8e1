using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>What was promised, by whom, until when, and how it stands. The state is told in words, never by colour alone.</summary>
internal sealed class CommitmentsBlock : SectionBlock
{
    private static readonly string[] States = ["announced", "voted", "in-progress", "done", "late", "abandoned", "unknown"];

    public override BlockDefinition Definition { get; } = new(BlockTypes.Commitments,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 40,
            Items =
            [
                new("title", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 300 },
                new("who", FieldKind.Text) { MaxLength = 200 },
                new("state", FieldKind.Choice) { Required = true, Values = States },
                new("due", FieldKind.Date),
                new("link", FieldKind.Link) { MaxLength = 2000 },
            ],
        },
    ]);

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        var words = writer.Context.Words;
        writer.List("ul", "commitments");
        foreach (var item in block.Items())
        {
            var state = State(item.Text("state"));
            writer.Tag("li", "commitment commitment-" + state).Tag(heading, "commitment-title");
            if (writer.Resolve(item.Text("link")) is { } link) writer.OpenLink(link).Text(item.Text("title")).Raw("</a>").Spelled(link);
            else writer.Text(item.Text("title"));
            writer.Close(heading).Tag("p", "commitment-state").Raw("<strong>").Text(words.CommitmentState(state)).Raw("</strong></p>");
            writer.Element("p", "commitment-who", item.Text("who"));
            if (Due(item.Text("due")) is { } due)
                writer.Tag("p", "commitment-due").Text(words.Due + " : ").Time(item.Text("due")!, words.Day(due)).Raw("</p>");
            writer.Raw("</li>\n");
        }
        writer.Raw("</ul>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
    {
        var words = writer.Context.Words;
        return block.Items().Select(item =>
        {
            var due = Due(item.Text("due")) is { } day ? words.Due + " : " + words.Day(day) : null;
            var line = string.Join(", ", new[] { item.Text("title"), item.Text("who"), words.CommitmentState(State(item.Text("state"))), due }.Where(w => !string.IsNullOrEmpty(w)));
            return writer.Item(writer.WithAddress(line, writer.Resolve(item.Text("link"))));
        });
    }

    private static string State(string? state) => States.Contains(state) ? state! : "unknown";

    private static DateOnly? Due(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}
