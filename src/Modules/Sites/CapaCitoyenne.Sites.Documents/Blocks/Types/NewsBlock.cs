using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>The latest posts, of one category or all. They come from <see cref="WriterContext.News"/>.</summary>
internal sealed class NewsBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.News,
    [
        Title,
        new("max", FieldKind.Integer) { Required = true, Min = 1, Max = 12 },
        new("category", FieldKind.Text) { MaxLength = 100 },
    ]);

    public override bool HasContent(Block block, WriterContext context)
        => News(block, context).Count > 0 || (context.Words.NoNews.Length > 0 && context.Target is not (WriterTarget.Email or WriterTarget.Text));

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
    {
        var news = News(block, writer.Context);
        if (news.Count == 0) writer.Raw("<p>").Text(writer.Context.Words.NoNews).Raw("</p>");
        else WriteList(writer, "news-list", "news-item", news.Select<NewsItem, Action>(item => () => WriteItem(item, heading, writer)));
    }

    protected override void WriteEmailContent(Block block, string heading, HtmlWriter writer)
    {
        foreach (var item in News(block, writer.Context))
        {
            writer.Raw("<p><a").Attr("href", writer.Context.Absolute(item.Url)).Raw("><strong>").Text(item.Title).Raw("</strong></a><br>");
            writer.Text(writer.Context.Words.Day(item.Date));
            if (item.Excerpt is { Length: > 0 }) writer.Raw("<br>").Text(item.Excerpt);
            writer.Raw("</p>");
        }
    }

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => News(block, writer.Context).Select(item => writer.Item(item.Title + ", " + writer.Context.Words.Day(item.Date) + " (" + writer.Context.Absolute(item.Url) + ")"));

    private static void WriteItem(NewsItem item, string heading, HtmlWriter writer)
    {
        var address = writer.Context.Absolute(item.Url);
        writer.Tag(heading, "news-title").Raw("<a").Attr("href", address).Raw(">").Text(item.Title).Raw("</a>").Spelled(address).Close(heading);
        writer.Tag("p", "news-date").Time(item.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), writer.Context.Words.Day(item.Date)).Raw("</p>");
        writer.Element("p", "news-excerpt", item.Excerpt);
    }

    private static IReadOnlyList<NewsItem> News(Block block, WriterContext context)
        => context.News(Math.Clamp(block.Number("max") ?? 3, 1, 12), block.Text("category") is { Length: > 0 } category ? category : null);
}
