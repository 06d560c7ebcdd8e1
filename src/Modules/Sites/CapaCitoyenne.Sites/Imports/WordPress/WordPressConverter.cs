using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Imports.Html;

namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>The text of a WordPress post, with blocks or classic, as pieces of a page.</summary>
internal sealed class WordPressConverter(ConversionContext context)
{
    private const int MaxPatternDepth = 3;

    // Made anew on each visit there; here the menu, the news and the search do it.
    private static readonly HashSet<string> Furniture =
    [
        "archives", "calendar", "categories", "tag-cloud", "search", "latest-comments", "page-list", "page-list-item", "navigation", "site-title", "site-logo", "site-tagline", "loginout",
        "query", "template-part", "post-title", "post-content", "post-date", "post-excerpt", "post-featured-image", "post-terms", "post-author", "comments", "avatar", "more", "nextpage", "spacer",
        "social-links", "social-link", "read-more", "post-navigation-link", "breadcrumbs", "term-list",
    ];

    private static readonly HashSet<string> Words =
    [
        "paragraph", "heading", "list", "list-item", "quote", "code", "table", "verse", "preformatted", "pullquote", "freeform", "details", "footnotes", "separator", "math",
    ];

    private readonly HtmlConverter _blocks = new(context);
    private readonly HtmlConverter _classic = new(context, isClassic: true);
    private int _patternDepth;

    public List<Piece> Convert(string body)
    {
        var pieces = new List<Piece>();
        if (BlockMarkup.IsIn(body)) AddAll(BlockMarkup.Parse(body), pieces, isInColumn: false);
        else Classic(body, pieces);
        return pieces;
    }

    /// <summary>Classic text: shortcodes first, since they may hold or stand between HTML.</summary>
    private void Classic(string body, List<Piece> pieces)
    {
        foreach (var (html, code) in Shortcodes.Split(body))
        {
            if (html is not null) pieces.AddRange(_classic.Convert(html));
            else AddShortcode(code!, pieces);
        }
    }

    private void AddAll(IEnumerable<BlockNode> nodes, List<Piece> pieces, bool isInColumn)
    {
        foreach (var node in nodes)
        {
            if (!node.IsHtml) Add(node, pieces, isInColumn);
            else if (!string.IsNullOrWhiteSpace(node.Html)) Classic(node.Html, pieces);
        }
    }

    private void Add(BlockNode node, List<Piece> pieces, bool isInColumn)
    {
        switch (node.Name)
        {
            case "image" or "audio":
                pieces.AddRange(_blocks.Convert(node.InnerHtml));
                break;
            case "cover":
                AddBackground(node, pieces);
                AddAll(node.Blocks, pieces, isInColumn);
                break;
            case "media-text":
                pieces.AddRange(_blocks.Convert(node.OwnHtml));
                AddAll(node.Blocks, pieces, isInColumn);
                break;
            case "gallery":
                Gallery(node.InnerHtml, pieces);
                break;
            case "buttons":
                AddAll(node.Blocks, pieces, isInColumn);
                break;
            case "button":
                Button(node, pieces);
                break;
            case "file":
                File(node, pieces);
                break;
            case "embed" or "video":
            case var name when name.StartsWith("core-embed/", StringComparison.Ordinal):
                Embed(node, pieces);
                break;
            case "columns":
                Columns(node, pieces, isInColumn);
                break;
            case "latest-posts" or "rss":
                pieces.Add(new BlockPiece(BlockTypes.News, new JsonObject { ["max"] = Math.Clamp(int.TryParse(node.Text("postsToShow") ?? node.Text("itemsToShow"), out var max) ? max : 5, 1, 12) }));
                break;
            case "shortcode":
                Classic(node.InnerHtml, pieces);
                break;
            case "block":
                Pattern(node, pieces, isInColumn);
                break;
            case "html":
                context.Note("Html", HtmlConverter.Shorten(node.InnerHtml.Trim()));
                pieces.AddRange(_blocks.Convert(node.InnerHtml));
                break;
            default:
                if (Words.Contains(node.Name)) pieces.AddRange(_blocks.Convert(node.InnerHtml));
                else if (Furniture.Contains(node.Name)) context.Note("Furniture", node.Name);
                else Unknown(node, pieces, isInColumn);
                break;
        }
    }

    /// <summary>A container gives what it holds; anything else keeps its words.</summary>
    private void Unknown(BlockNode node, List<Piece> pieces, bool isInColumn)
    {
        if (node.Name is not ("group" or "column" or "row" or "stack" or "accordion" or "accordion-item" or "accordion-heading" or "accordion-panel"))
            context.Note("Block", HtmlConverter.Shorten("wp:" + node.Name + " " + node.Attributes.ToJsonString() + " " + node.InnerHtml.Trim()));
        if (!node.Blocks.Any())
        {
            pieces.AddRange(_blocks.Convert(node.InnerHtml));
            return;
        }
        foreach (var child in node.Children)
        {
            // Between inner blocks there is mostly an opening or closing tag, and sometimes words.
            if (child.IsHtml) pieces.AddRange(_blocks.Convert(child.Html));
            else Add(child, pieces, isInColumn);
        }
    }

    private void AddBackground(BlockNode node, List<Piece> pieces)
    {
        var media = (node.Text("id") is { } id ? context.MediaOf(id) : null) ?? (node.Text("url") is { } url ? context.MediaAt(url) : null);
        if (media is { IsPicture: true }) pieces.Add(HtmlConverter.Image(new PictureRun(media, node.Text("alt") ?? media.Alt ?? "", null, null)));
        else if (node.Text("url") is { } lost) context.Note("Picture", lost);
    }

    private void Gallery(string html, List<Piece> pieces)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        var title = document.QuerySelector("figcaption.blocks-gallery-caption")?.TextContent.Trim();
        var found = new List<BlockPiece>();
        foreach (var image in document.QuerySelectorAll("img").ToList())
        {
            var holder = image.Closest("figure") is { } figure && figure.QuerySelectorAll("img").Length == 1 ? figure : null;
            found.AddRange(_blocks.Convert(holder?.OuterHtml ?? image.OuterHtml).OfType<BlockPiece>().Where(piece => piece.Type == BlockTypes.Image));
        }
        AddGallery(found, title, pieces);
    }

    internal static void AddGallery(List<BlockPiece> images, string? title, List<Piece> pieces)
    {
        foreach (var part in images.Chunk(60))
        {
            var items = new JsonArray([.. part.Select(image =>
            {
                var item = new JsonObject { ["media"] = image.Fields["media"]!.DeepClone(), ["alt"] = image.Fields["alt"]!.DeepClone() };
                if (image.Fields["caption"] is { } caption) item["caption"] = caption.DeepClone();
                return item;
            })]);
            var fields = new JsonObject();
            if (!string.IsNullOrEmpty(title)) fields["title"] = HtmlConverter.Clip(title, 200);
            fields["items"] = items;
            pieces.Add(new BlockPiece("gallery", fields));
        }
    }

    private void Button(BlockNode node, List<Piece> pieces)
    {
        var link = new HtmlParser().ParseDocument("<body>" + node.InnerHtml).QuerySelector("a");
        var label = link?.TextContent.Trim() ?? "";
        var target = link?.GetAttribute("href") is { Length: > 0 } address ? context.MediaAt(address)?.Urn ?? context.Link(address) : "";
        if (label.Length is > 0 and <= 120 && Documents.Prose.LinkPolicy.Classify(target) is not (Documents.Prose.LinkKind.Forbidden or Documents.Prose.LinkKind.Empty))
            pieces.Add(new BlockPiece(BlockTypes.Button, new JsonObject { ["label"] = HtmlConverter.Clip(label, 120), ["target"] = target }));
        else pieces.AddRange(_blocks.Convert(node.InnerHtml));
    }

    private void File(BlockNode node, List<Piece> pieces)
    {
        var link = new HtmlParser().ParseDocument("<body>" + node.InnerHtml).QuerySelector("a[href]");
        var address = node.Text("href") ?? link?.GetAttribute("href");
        var media = (node.Text("id") is { } id ? context.MediaOf(id) : null) ?? (address is null ? null : context.MediaAt(address));
        if (media is { IsPicture: false })
        {
            var fields = new JsonObject { ["media"] = media.Urn };
            if (link?.TextContent.Trim() is { Length: > 0 } title) fields["title"] = HtmlConverter.Clip(title, 200);
            pieces.Add(new BlockPiece("document", fields));
            return;
        }
        context.Note("File", address);
        if (link is not null) pieces.AddRange(_blocks.Convert(link.OuterHtml));
    }

    private void Embed(BlockNode node, List<Piece> pieces)
    {
        var document = new HtmlParser().ParseDocument("<body>" + node.InnerHtml);
        var caption = document.QuerySelector("figcaption")?.TextContent.Trim();
        var address = node.Text("url") ?? document.QuerySelector("video,iframe,source")?.GetAttribute("src") ?? document.QuerySelector(".wp-block-embed__wrapper")?.TextContent.Trim();
        _blocks.EmbeddedAddress(address, caption, HtmlConverter.Shorten(node.InnerHtml.Trim()), pieces);
    }

    private void Columns(BlockNode node, List<Piece> pieces, bool isInColumn)
    {
        var columns = new List<List<Piece>>();
        foreach (var column in node.Blocks)
        {
            var inner = new List<Piece>();
            AddAll(column.Name == "column" ? column.Children.Where(child => !child.IsHtml || Holds(child.Html)) : [column], inner, isInColumn: true);
            if (inner.Count > 0) columns.Add(inner);
        }
        if (!isInColumn && columns.Count is 2 or 3) pieces.Add(new BlockPiece(BlockTypes.Columns, []) { Columns = columns });
        else pieces.AddRange(columns.SelectMany(column => column));
    }

    private static bool Holds(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!.TextContent.Trim().Length > 0;

    private void Pattern(BlockNode node, List<Piece> pieces, bool isInColumn)
    {
        if (node.Text("ref") is { } key && context.PatternOf(key) is { } body && _patternDepth < MaxPatternDepth)
        {
            _patternDepth++;
            if (BlockMarkup.IsIn(body)) AddAll(BlockMarkup.Parse(body), pieces, isInColumn);
            else Classic(body, pieces);
            _patternDepth--;
            return;
        }
        context.Note("Pattern", node.Text("ref"));
    }

    private void AddShortcode(Shortcode code, List<Piece> pieces)
    {
        switch (code.Name)
        {
            case "caption" or "wp_caption":
                Caption(code, pieces);
                break;
            case "gallery":
                var images = (code["ids"] ?? code["include"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(context.MediaOf)
                    .OfType<MediaTarget>().Where(media => media.IsPicture).Select(media => HtmlConverter.Image(new PictureRun(media, media.Alt ?? "", media.Caption, null))).ToList();
                if (images.Count == 0) context.Note("Shortcode", HtmlConverter.Shorten(code.Original));
                AddGallery(images, null, pieces);
                break;
            case "embed" or "video" or "audio" or "youtube" or "vimeo":
                _blocks.EmbeddedAddress((code.Inner ?? code["src"] ?? code["mp4"] ?? code["mp3"] ?? code["url"])?.Trim(), null, HtmlConverter.Shorten(code.Original), pieces);
                break;
            default:
                context.Note("Shortcode", HtmlConverter.Shorten(code.Original));
                // What it encloses is somebody's text.
                if (code.Inner is not null) Classic(code.Inner, pieces);
                break;
        }
    }

    /// <summary><c>[caption]&lt;img&gt; words[/caption]</c>, in old texts with the words as an attribute.</summary>
    private void Caption(Shortcode code, List<Piece> pieces)
    {
        var document = new HtmlParser().ParseDocument("<body>" + code.Inner);
        var image = document.QuerySelector("a:has(img)") ?? document.QuerySelector("img");
        var html = image?.OuterHtml ?? "";
        image?.Remove();
        var words = code["caption"] ?? document.Body!.TextContent.Trim();
        pieces.AddRange(_blocks.Convert("<figure>" + html + (words.Length > 0 ? "<figcaption>" + System.Net.WebUtility.HtmlEncode(words) + "</figcaption>" : "") + "</figure>"));
    }
}
