using System.Globalization;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>Web pages, feeds and print. Classes as in the themes' README; feeds get none.</summary>
internal sealed class HtmlWriter(WriterContext context)
{
    private readonly Html _html = new();
    private int _notePrefix;

    private bool HasClasses => context.Target != WriterTarget.Feed;

    public string Write(IReadOnlyList<Block> blocks)
    {
        WriteList(blocks);
        return _html.ToString();
    }

    private void WriteList(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(context.IsShown)) WriteBlock(block);
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case { IsKept: true }:
                WriteFallback(block);
                break;
            case { Type: BlockTypes.Text }:
                Open("div", block).Raw(Markdown(block.Text("markdown"))).Raw("</div>\n");
                break;
            case { Type: BlockTypes.Image }:
                WriteImage(block);
                break;
            case { Type: BlockTypes.Button }:
                WriteButton(block);
                break;
            case { Columns: { } columns }:
                WriteColumns(block, columns);
                break;
            case { Type: BlockTypes.Callout }:
                WriteCallout(block);
                break;
            case { Type: BlockTypes.News }:
                WriteNews(block);
                break;
            default:
                WriteExternal(block);
                break;
        }
    }

    private void WriteImage(Block block)
    {
        if (context.References.Media(block.Text("media") ?? "") is not { } media)
        {
            if (block.Alt is { Length: > 0 } words) Open("p", block).Text(words).Raw("</p>\n");
            return;
        }
        var link = Addresses.Resolve(block.Text("link"), context);
        Open("figure", block);
        if (link is not null) _html.Raw("<a").Attr("href", link).Attr("rel", Rel(link)).Raw(">");
        PictureHtml.Write(_html, media, block.Alt ?? "", context, block.Text("width") switch
        {
            "full" => "100vw",
            "wide" => "(min-width: 64em) 60em, 100vw",
            _ => "(min-width: 46em) 42em, 100vw",
        });
        if (link is not null) _html.Raw("</a>");
        if (block.Text("caption") is { Length: > 0 } caption) _html.Raw("<figcaption>").Text(caption).Raw("</figcaption>");
        _html.Raw("</figure>\n");
    }

    private void WriteButton(Block block)
    {
        // A button that leads nowhere, as to a page that is not online yet, only puzzles readers.
        if (Addresses.Resolve(block.Text("target"), context) is not { } address) return;
        Open("p", block);
        var style = block.Text("emphasis") == "secondary" ? "button button-secondary" : "button";
        _html.Raw("<a").Attr("class", HasClasses ? style : null).Attr("href", address).Attr("rel", Rel(address)).Raw(">");
        _html.Text(block.Text("label")).Raw("</a>");
        if (context.Target == WriterTarget.Print && Addresses.LeavesTheSite(address)) _html.Raw(" (").Text(address).Raw(")");
        _html.Raw("</p>\n");
    }

    private void WriteColumns(Block block, IReadOnlyList<IReadOnlyList<Block>> columns)
    {
        Open("div", block, string.Create(CultureInfo.InvariantCulture, $"columns-{columns.Count}")).Raw("\n");
        foreach (var column in columns)
        {
            _html.Raw(HasClasses ? "<div class=\"column\">\n" : "<div>\n");
            WriteList(column);
            _html.Raw("</div>\n");
        }
        _html.Raw("</div>\n");
    }

    private void WriteCallout(Block block)
    {
        var kind = block.Text("kind") is "success" or "warning" ? block.Text("kind") : "info";
        var title = block.Text("title") is { Length: > 0 } given ? given : kind == "warning" ? context.Words.Warning : null;
        Open("aside", block, "callout-" + kind);
        if (title is not null) _html.Raw(HasClasses ? "<p class=\"callout-title\">" : "<p>").Raw("<strong>").Text(title).Raw("</strong></p>");
        _html.Raw(Markdown(block.Text("markdown"))).Raw("</aside>\n");
    }

    private void WriteNews(Block block)
    {
        var news = context.News(Math.Clamp(block.Number("max") ?? 3, 1, 12));
        if (news.Count == 0 && context.Words.NoNews.Length == 0) return;
        var title = block.Text("title");
        var level = string.IsNullOrEmpty(title) ? "h2" : "h3";
        Open("section", block);
        if (!string.IsNullOrEmpty(title)) _html.Raw("<h2").Attr("class", Class("block-title")).Raw(">").Text(title).Raw("</h2>");
        if (news.Count == 0) _html.Raw("<p>").Text(context.Words.NoNews).Raw("</p>");
        else WriteNewsList(news, level);
        _html.Raw("</section>\n");
    }

    private void WriteNewsList(IReadOnlyList<NewsItem> news, string level)
    {
        _html.Raw("<ul").Attr("class", Class("news-list")).Attr("role", HasClasses ? "list" : null).Raw(">\n");
        foreach (var item in news)
        {
            _html.Raw("<li").Attr("class", Class("news-item")).Raw("><").Raw(level).Attr("class", Class("news-title")).Raw("><a");
            _html.Attr("href", context.Absolute(item.Url)).Raw(">").Text(item.Title).Raw("</a></").Raw(level).Raw(">");
            _html.Raw("<p").Attr("class", Class("news-date")).Raw("><time");
            _html.Attr("datetime", item.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Raw(">").Text(context.Words.Day(item.Date)).Raw("</time></p>");
            if (item.Excerpt is { Length: > 0 }) _html.Raw("<p").Attr("class", Class("news-excerpt")).Raw(">").Text(item.Excerpt).Raw("</p>");
            _html.Raw("</li>\n");
        }
        _html.Raw("</ul>");
    }

    private void WriteExternal(Block block)
    {
        if (context.External(block.Type, block.Fields) is not { } html) return;
        Open("div", block).Raw(html).Raw("</div>\n");
    }

    private void WriteFallback(Block block)
    {
        var text = DocumentWriter.FallbackText(block);
        if (text.Length == 0) return;
        _html.Raw("<div").Attr("class", Class("block block-unknown")).Raw(">").Raw(Markdown(text)).Raw("</div>\n");
    }

    private Html Open(string tag, Block block, string? more = null)
    {
        _html.Raw("<").Raw(tag);
        if (!HasClasses) return _html.Raw(">");
        var classes = new List<string> { "block", "block-" + block.Type };
        if (more is not null) classes.Add(more);
        if (block.Text("width") is "wide" or "full") classes.Add("width-" + block.Text("width"));
        if (block.Text("tone") is "soft" or "accent") classes.Add("tone-" + block.Text("tone"));
        return _html.Attr("class", string.Join(' ', classes)).Attr("id", DocumentWriter.Anchor(block)).Raw(">");
    }

    private string? Class(string name) => HasClasses ? name : null;

    // A running number, since block ids are only unique once the document is valid.
    private string Markdown(string? markdown)
        => MarkdownHtml.Write(markdown ?? "", context, string.Create(CultureInfo.InvariantCulture, $"n{++_notePrefix}"));

    private static string? Rel(string address) => Addresses.LeavesTheSite(address) ? "nofollow ugc noopener" : null;
}
