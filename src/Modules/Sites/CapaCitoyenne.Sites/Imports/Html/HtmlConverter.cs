using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>
/// HTML to the pieces of a page: prose as Markdown, pictures and videos as blocks. A walk over the tree that AngleSharp read; what has no
/// place keeps its words and is noted.
/// </summary>
/// <param name="isClassic">WordPress's classic text: a blank line ends a paragraph, a line end is a line break.</param>
internal sealed class HtmlConverter(ConversionContext context, bool isClassic = false)
{
    private readonly HtmlTextCollector _collector = new(context, isClassic);

    public List<Piece> Convert(string html)
    {
        var pieces = new List<Piece>();
        Flow(new HtmlParser().ParseDocument("<body>" + html).Body!, pieces, 0);
        return pieces;
    }

    /// <summary>Markdown alone, for what lies inside of a list, a quote or a caption: pictures stay in the line, the rest becomes links.</summary>
    public string ConvertToMarkdown(INode parent, int depth)
    {
        var pieces = new List<Piece>();
        Flow(parent, pieces, depth + 1);
        return string.Join("\n\n", pieces.Select(InText).Where(text => text.Length > 0));
    }

    private void Flow(INode parent, List<Piece> pieces, int depth)
    {
        if (depth > HtmlNames.MaxDepth)
        {
            AddParagraph([new TextRun(parent.TextContent, Marks.None)], pieces);
            return;
        }
        var line = new List<Inline>();
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text when isClassic:
                    ClassicText(text.Data, line, pieces);
                    break;
                case IText text:
                    line.Add(new TextRun(text.Data, Marks.None));
                    break;
                case IElement element when HtmlNames.IsUnseen(element):
                    _collector.NoteUnseen(element);
                    break;
                case IElement { LocalName: "br" }:
                    line.Add(new BreakRun());
                    break;
                case IElement element when HtmlNames.IsInline(element) && !HtmlNames.HoldsBlocks(element):
                    _collector.Collect(element, line, Marks.None, depth);
                    break;
                case IElement element:
                    Flush(line, pieces);
                    Block(element, pieces, depth);
                    break;
                default:
                    break;
            }
        }
        Flush(line, pieces);
    }

    private void ClassicText(string text, List<Inline> line, List<Piece> pieces)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (i > 0) Flush(line, pieces);
            _collector.AddLines(paragraphs[i], Marks.None, line);
        }
    }

    private void Block(IElement element, List<Piece> pieces, int depth)
    {
        if (GhostCards.TryAdd(element, this, context, pieces, depth)) return;
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element, pieces, depth);
                break;
            case "ul" or "ol" or "menu" or "dir":
                AddList(element, pieces, depth);
                break;
            case "blockquote":
                var quoted = ConvertToMarkdown(element, depth);
                if (quoted.Length > 0) pieces.Add(new Prose(string.Join('\n', quoted.Split('\n').Select(line => ("> " + line).TrimEnd()))));
                break;
            case "pre" or "xmp" or "textarea":
                AddCode(element, pieces);
                break;
            case "table":
                HtmlTable.Add(element, this, pieces, depth);
                break;
            case "hr":
                pieces.Add(new Prose("---"));
                break;
            case "img":
                var line = new List<Inline>();
                _collector.Collect(element, line, Marks.None, depth);
                Flush(line, pieces);
                break;
            case "figure":
                Figure(element, pieces, depth);
                break;
            case "dt" or "summary" or "legend":
                Flush([.. _collector.Children(element, Marks.Strong, depth)], pieces);
                break;
            case "iframe" or "embed" or "object" or "video" or "audio":
                Embedded(element, null, pieces);
                break;
            case "form":
                context.Note("Form", Shorten(element.OuterHtml));
                break;
            default:
                // div, section, p, dd, li outside of a list, and old inline elements around blocks.
                Flow(element, pieces, depth + 1);
                break;
        }
    }

    private void Heading(IElement element, List<Piece> pieces, int depth)
    {
        var line = _collector.Children(element, Marks.None, depth);
        var words = InlineWriter.Write([.. line.Where(inline => inline is not PictureRun)], oneLine: true).Trim();
        // The page's title is its only heading of level 1.
        if (words.Length > 0) pieces.Add(new Prose(new string('#', Math.Clamp(element.LocalName[1] - '0', 2, 6)) + " " + words.TrimEnd('#')));
        AddPictures(line, pieces);
    }

    private void AddList(IElement list, List<Piece> pieces, int depth)
    {
        var isOrdered = list.LocalName == "ol";
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? Math.Min(start, 99_999_999) : 1;
        // Two lists that follow each other are one unless their marks differ.
        var follows = pieces.Count > 0 && pieces[^1] is Prose { Markdown: var last } && (isOrdered ? last.Length > 1 && char.IsAsciiDigit(last[0]) && last.Contains(". ", StringComparison.Ordinal) : last.StartsWith("- ", StringComparison.Ordinal));
        var items = new List<string>();
        foreach (var node in list.ChildNodes)
        {
            var text = node switch
            {
                IElement { LocalName: "li" } item => ConvertToMarkdown(item, depth),
                IElement { LocalName: "ul" or "ol" } nested when items.Count > 0 => "\0" + ConvertToMarkdown(Wrap(nested), depth),
                IElement element when !HtmlNames.IsUnseen(element) => ConvertToMarkdown(Wrap(element), depth),
                IText { Data: var data } when !string.IsNullOrWhiteSpace(data) => MarkdownEscape.LineStarts(MarkdownEscape.Text(data.Trim())),
                _ => null,
            };
            if (text is null or "" or "\0") continue;
            var mark = isOrdered ? (number + items.Count(item => item[0] != ' ')).ToString(CultureInfo.InvariantCulture) + (follows ? ") " : ". ") : follows ? "* " : "- ";
            var indent = new string(' ', mark.Length);
            if (text[0] == '\0') items.Add(indent + text[1..].Replace("\n", "\n" + indent, StringComparison.Ordinal));
            else items.Add(mark + Tighten(text).Replace("\n", "\n" + indent, StringComparison.Ordinal));
        }
        if (items.Count > 0) pieces.Add(new Prose(string.Join('\n', items.Select(item => string.Join('\n', item.Split('\n').Select(line => line.TrimEnd(' ')))))));
    }

    /// <summary>A nested list stands right under the words of its item.</summary>
    private static string Tighten(string text)
    {
        var lines = text.Split("\n\n");
        return lines.Length == 2 && (lines[1].StartsWith("- ", StringComparison.Ordinal) || lines[1].StartsWith("1. ", StringComparison.Ordinal)) ? lines[0] + "\n" + lines[1] : text;
    }

    private static INode Wrap(IElement element)
    {
        var holder = element.Owner!.CreateElement("div");
        holder.AppendChild(element.Clone());
        return holder;
    }

    private static void AddCode(IElement element, List<Piece> pieces)
    {
        var text = element.TextContent.ReplaceLineEndings("\n").Trim('\n');
        if (string.IsNullOrWhiteSpace(text)) return;
        var fence = new string('`', Math.Max(3, MarkdownEscape.Longest(text, '`') + 1));
        pieces.Add(new Prose(fence + "\n" + text + "\n" + fence));
    }

    private void Figure(IElement figure, List<Piece> pieces, int depth)
    {
        var caption = figure.QuerySelector("figcaption");
        var words = caption is null ? null : string.Join(' ', caption.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        caption?.Remove();
        if (figure.QuerySelector("iframe,embed,object,video,audio") is { } embedded)
        {
            Embedded(embedded, words, pieces);
            return;
        }
        var start = pieces.Count;
        Flow(figure, pieces, depth + 1);
        if (figure.ClassList.Contains("kg-gallery-card")) Gather(pieces, start);
        if (string.IsNullOrWhiteSpace(words)) return;
        if (pieces.Skip(start).OfType<BlockPiece>().LastOrDefault(piece => piece.Type == BlockTypes.Image) is { } image && !image.Fields.ContainsKey("caption") && words.Length <= 500)
        {
            image.Fields["caption"] = words;
            if (image.Fields["alt"] is JsonObject alt && alt["text"].AsText() is { Length: 0 } && words.Length <= 300) alt["text"] = words;
        }
        else
        {
            pieces.Add(new Prose(MarkdownEscape.LineStarts(MarkdownEscape.Text(words))));
        }
    }

    /// <summary>Pictures of one figure become one gallery.</summary>
    private static void Gather(List<Piece> pieces, int start)
    {
        var images = pieces.Skip(start).OfType<BlockPiece>().Where(piece => piece.Type == BlockTypes.Image).ToList();
        if (images.Count < 2) return;
        pieces.RemoveAll(images.Contains);
        WordPress.WordPressConverter.AddGallery(images, null, pieces);
    }

    /// <summary>A video that pages may show; everything else that other sites embed becomes a link to it.</summary>
    internal void Embedded(IElement element, string? caption, List<Piece> pieces)
    {
        var address = element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.GetAttribute("data-src") ?? element.QuerySelector("source[src],embed[src],iframe[src]")?.GetAttribute("src");
        var title = caption ?? element.GetAttribute("title");
        EmbeddedAddress(address, title, Shorten(element.OuterHtml), pieces);
    }

    internal void EmbeddedAddress(string? address, string? title, string original, List<Piece> pieces)
    {
        if (VideoAddress.Find(address) is { } video)
        {
            pieces.Add(new BlockPiece("video", new JsonObject { ["url"] = video, ["title"] = Clip(string.IsNullOrWhiteSpace(title) ? "Vidéo" : title, 200) }));
            return;
        }
        context.Note("Embed", original);
        if (address is null || !Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var uri)) return;
        var target = context.MediaAt(address) is { } media ? media.Urn : context.Link(uri.ToString());
        AddParagraph([new LinkRun(target, [new TextRun(string.IsNullOrWhiteSpace(title) ? uri.Host + uri.AbsolutePath : title, Marks.None)])], pieces);
    }

    private void Flush(List<Inline> line, List<Piece> pieces)
    {
        if (line.Count == 0) return;
        AddParagraph(line, pieces);
        line.Clear();
    }

    private static void AddParagraph(IReadOnlyList<Inline> line, List<Piece> pieces)
    {
        var first = line.FirstOrDefault(inline => inline is PictureRun || (inline is TextRun run && !string.IsNullOrWhiteSpace(run.Text)) || inline is LinkRun or CodeRun);
        if (first is PictureRun) AddPictures(line, pieces);
        var words = InlineWriter.Write([.. line.Where(inline => inline is not PictureRun)]);
        if (words.Trim().Length > 0) pieces.Add(new Prose(words));
        if (first is not PictureRun) AddPictures(line, pieces);
    }

    private static void AddPictures(IReadOnlyList<Inline> line, List<Piece> pieces) => pieces.AddRange(line.OfType<PictureRun>().Select(Image));

    public static BlockPiece Image(PictureRun picture)
    {
        var fields = new JsonObject { ["media"] = picture.Media.Urn, ["alt"] = new JsonObject { ["kind"] = "text", ["text"] = picture.Alt } };
        if (!string.IsNullOrWhiteSpace(picture.Caption)) fields["caption"] = Clip(picture.Caption, 500);
        if (picture.Link is not null) fields["link"] = picture.Link;
        return new BlockPiece(BlockTypes.Image, fields);
    }

    private static string InText(Piece piece) => piece switch
    {
        Prose prose => prose.Markdown,
        BlockPiece { Type: BlockTypes.Image } image => "![" + MarkdownEscape.Text(image.Fields["alt"]?["text"].AsText() ?? "", inLink: true) + "](" + image.Fields["media"].AsText() + ")"
            + (image.Fields["caption"].AsText() is { } caption && caption != image.Fields["alt"]?["text"].AsText() ? "\n\n" + MarkdownEscape.Text(caption) : ""),
        BlockPiece { Type: "video" } video => "[" + MarkdownEscape.Text(video.Fields["title"].AsText()!, inLink: true) + "](" + video.Fields["url"].AsText() + ")",
        _ => "",
    };

    internal static string Shorten(string text) => text.Length <= ImportNotes.MaxOriginalLength ? text : text[..ImportNotes.MaxOriginalLength];

    internal static string Clip(string text, int length)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= length ? text : text[..(length - 1)] + "…";
    }
}
