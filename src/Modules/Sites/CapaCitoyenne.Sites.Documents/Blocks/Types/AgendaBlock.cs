using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>The next events, of one category or all. They come from <see cref="WriterContext.Events"/>.</summary>
internal sealed class AgendaBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Agenda,
    [
        Title,
        new("max", FieldKind.Integer) { Required = true, Min = 1, Max = 12 },
        new("category", FieldKind.Text) { MaxLength = 100 },
    ]);

    public override bool HasContent(Block block, WriterContext context)
        => Events(block, context).Count > 0 || (context.Words.NoEvents.Length > 0 && context.Target is not (WriterTarget.Email or WriterTarget.Text));

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        var events = Events(block, writer.Context);
        if (events.Count == 0)
        {
            writer.Raw("<p>").Text(writer.Context.Words.NoEvents).Raw("</p>");
            return;
        }
        writer.List("ul", "event-list");
        foreach (var item in events) WriteItem(item, heading, writer);
        writer.Raw("</ul>");
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => Events(block, writer.Context).Select(item => writer.Item(string.Join(", ", Words(item, writer.Context).Prepend(item.Title)) + " (" + writer.Context.Absolute(item.Url) + ")"));

    private static void WriteItem(EventItem item, string heading, HtmlWriter writer)
    {
        var (words, address) = (writer.Context.Words, writer.Context.Absolute(item.Url));
        writer.Tag("li", item.IsCancelled ? "event-item event-cancelled" : "event-item");
        writer.Tag(heading, "event-title").Raw("<a").Attr("href", address).Raw(">").Text(item.Title).Raw("</a>").Spelled(address).Close(heading);
        writer.Tag("p", "event-when").Time(item.Start, item.When).Raw("</p>");
        writer.Element("p", "event-place", item.Place);
        if (item.IsOnline) writer.Element("p", "event-online", words.Online);
        if (item.IsCancelled) writer.Tag("p", "event-state").Raw("<strong>").Text(words.Cancelled).Raw("</strong></p>");
        writer.Raw("</li>\n");
    }

    private static IEnumerable<string> Words(EventItem item, WriterContext context)
        => new[] { item.When, item.Place, item.IsOnline ? context.Words.Online : null, item.IsCancelled ? context.Words.Cancelled : null }.OfType<string>().Where(w => w.Length > 0);

    private static IReadOnlyList<EventItem> Events(Block block, WriterContext context)
        => context.Events(Math.Clamp(block.Number("max") ?? 3, 1, 12), block.Text("category") is { Length: > 0 } category ? category : null);
}
