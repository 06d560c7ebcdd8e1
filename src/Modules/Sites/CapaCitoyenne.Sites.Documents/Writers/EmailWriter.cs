using System.Globalization;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>
/// The inner part of an HTML mail: one table 600 px wide with one row a block, absolute addresses, no srcset, and inline styles, since
/// mail readers drop style sheets. The mailing module puts it between its own head and foot.
/// </summary>
internal sealed class EmailWriter(WriterContext context)
{
    private const string Cell = "padding:8px 20px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5;color:#1d1d1b";

    private readonly Html _html = new();
    private readonly string _accent = IsColor(context.AccentColor) ? context.AccentColor : "#1f3a93";
    private int _notePrefix;

    public string Write(IReadOnlyList<Block> blocks)
    {
        _html.Raw("<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:600px\">\n");
        WriteRows(blocks);
        _html.Raw("</table>\n");
        return _html.ToString();
    }

    private void WriteRows(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(context.IsShown))
        {
            // Columns are stacked: half of all mail is read on a phone, and Outlook has no media queries.
            if (block.Columns is { } columns)
            {
                foreach (var column in columns) WriteRows(column);
                continue;
            }
            if (Content(block) is not { Length: > 0 } content) continue;
            _html.Raw("<tr><td").Attr("style", Style(block)).Raw(">").Raw(content).Raw("</td></tr>\n");
        }
    }

    private string Content(Block block) => block switch
    {
        { IsKept: true } => DocumentWriter.FallbackText(block) is { Length: > 0 } text ? Markdown(text) : "",
        { Type: BlockTypes.Text } => Markdown(block.Text("markdown")),
        { Type: BlockTypes.Image } => Image(block),
        { Type: BlockTypes.Button } => Button(block),
        { Type: BlockTypes.Callout } => Callout(block),
        { Type: BlockTypes.News } => News(block),
        _ => context.External(block.Type, block.Fields) ?? "",
    };

    private string Style(Block block) => block switch
    {
        { Type: BlockTypes.Callout } => Cell + ";border-left:6px solid " + _accent + ";background:#f4f1ea",
        _ when block.Text("tone") is "soft" or "accent" => Cell + ";background:#f4f1ea",
        _ => Cell,
    };

    private string Image(Block block)
    {
        var html = new Html();
        if (context.References.Media(block.Text("media") ?? "") is not { } media) return html.Text(block.Alt).ToString();
        var link = Addresses.Resolve(block.Text("link"), context);
        if (link is not null) html.Raw("<a").Attr("href", link).Raw(">");
        PictureHtml.Write(html, media, block.Alt ?? "", context, "");
        if (link is not null) html.Raw("</a>");
        if (block.Text("caption") is { Length: > 0 } caption) html.Raw("<br><span style=\"font-size:14px\">").Text(caption).Raw("</span>");
        return html.ToString();
    }

    private string Button(Block block)
    {
        var html = new Html();
        if (Addresses.Resolve(block.Text("target"), context) is not { } address) return "";
        var filled = block.Text("emphasis") != "secondary";
        var style = "display:inline-block;padding:12px 24px;border:2px solid " + _accent + ";text-decoration:none;font-weight:bold;"
            + (filled ? "background:" + _accent + ";color:#ffffff" : "color:" + _accent);
        return html.Raw("<a").Attr("href", address).Attr("style", style).Raw(">").Text(block.Text("label")).Raw("</a>").ToString();
    }

    private string Callout(Block block)
    {
        var html = new Html();
        var title = block.Text("title") is { Length: > 0 } given ? given : block.Text("kind") == "warning" ? context.Words.Warning : null;
        if (title is not null) html.Raw("<p><strong>").Text(title).Raw("</strong></p>");
        return html.Raw(Markdown(block.Text("markdown"))).ToString();
    }

    private string News(Block block)
    {
        var html = new Html();
        if (block.Text("title") is { Length: > 0 } title) html.Raw("<h2>").Text(title).Raw("</h2>");
        foreach (var item in context.News(Math.Clamp(block.Number("max") ?? 3, 1, 12)))
        {
            html.Raw("<p><a").Attr("href", context.Absolute(item.Url)).Raw("><strong>").Text(item.Title).Raw("</strong></a><br>");
            html.Text(context.Words.Day(item.Date));
            if (item.Excerpt is { Length: > 0 }) html.Raw("<br>").Text(item.Excerpt);
            html.Raw("</p>");
        }
        return html.ToString();
    }

    private string Markdown(string? markdown)
        => MarkdownHtml.Write(markdown ?? "", context, string.Create(CultureInfo.InvariantCulture, $"n{++_notePrefix}"));

    private static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);
}
