using AngleSharp.Dom;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Inline elements to runs of text, links and pictures.</summary>
internal sealed class HtmlTextCollector(ConversionContext context, bool isClassic)
{
    public List<Inline> Children(IElement element, Marks marks, int depth)
    {
        var line = new List<Inline>();
        CollectChildren(element, line, marks, depth);
        return line;
    }

    public void Collect(IElement element, List<Inline> line, Marks marks, int depth)
    {
        switch (element.LocalName)
        {
            case "b" or "strong":
                CollectChildren(element, line, marks | Marks.Strong, depth);
                break;
            case "i" or "em" or "cite" or "dfn" or "var":
                CollectChildren(element, line, marks | Marks.Emphasis, depth);
                break;
            case "s" or "strike" or "del":
                CollectChildren(element, line, marks | Marks.Deleted, depth);
                break;
            case "code" or "kbd" or "samp" or "tt":
                if (string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } code) line.Add(new CodeRun(code));
                break;
            case "q":
                line.Add(new TextRun("« ", marks));
                CollectChildren(element, line, marks, depth);
                line.Add(new TextRun(" »", marks));
                break;
            case "a":
                Link(element, line, marks, depth);
                break;
            case "img":
                Picture(element, null, line);
                break;
            case "br":
                line.Add(new BreakRun());
                break;
            default:
                if (HtmlNames.IsUnseen(element)) NoteUnseen(element);
                else CollectChildren(element, line, marks, depth);
                break;
        }
    }

    /// <summary>Classic text: each line end is a line break.</summary>
    public void AddLines(string text, Marks marks, List<Inline> line)
    {
        var parts = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && line.Count > 0) line.Add(new BreakRun());
            if (parts[i].Length > 0) line.Add(new TextRun(parts[i], marks));
        }
    }

    /// <summary>Styles say nothing to readers; scripts may have done something.</summary>
    public void NoteUnseen(IElement element)
    {
        if (element.LocalName is "script" or "svg" or "math") context.Note("Script", HtmlConverter.Shorten(element.OuterHtml));
    }

    private void CollectChildren(IElement element, List<Inline> line, Marks marks, int depth)
    {
        if (depth > HtmlNames.MaxDepth)
        {
            line.Add(new TextRun(element.TextContent, marks));
            return;
        }
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                if (isClassic) AddLines(text.Data, marks, line);
                else line.Add(new TextRun(text.Data, marks));
            }
            else if (node is IElement child)
            {
                Collect(child, line, marks, depth + 1);
            }
        }
    }

    private void Link(IElement element, List<Inline> line, Marks marks, int depth)
    {
        var address = element.GetAttribute("href")?.Trim();
        var inner = Children(element, Marks.None, depth + 1);
        var pictures = inner.OfType<PictureRun>().ToList();
        var words = inner.Where(run => run is not PictureRun).ToList();
        var target = address is null ? null : context.MediaAt(address) is { } media ? media.Urn : context.Link(address);
        foreach (var picture in pictures)
        {
            // A picture that led to its own large size needs no link.
            var leads = target is not null && !target.StartsWith("media:", StringComparison.Ordinal) && Documents.Prose.LinkPolicy.Classify(target) is Documents.Prose.LinkKind.Absolute or Documents.Prose.LinkKind.Reference;
            line.Add(leads ? picture with { Link = target } : picture);
        }
        if (words.All(run => run is TextRun text && string.IsNullOrWhiteSpace(text.Text))) line.AddRange(words);
        else if (string.IsNullOrEmpty(target)) CollectChildren(element, line, marks, depth + 1);
        else line.Add(new LinkRun(target, words));
    }

    private void Picture(IElement element, string? link, List<Inline> line)
    {
        var address = element.GetAttribute("src") ?? element.GetAttribute("data-src");
        if (string.IsNullOrWhiteSpace(address)) return;
        var alt = element.GetAttribute("alt")?.Trim() ?? "";
        var media = Attachment(element) is { } key && context.MediaOf(key) is { } known ? known : context.MediaAt(address);
        if (media is { IsPicture: true })
        {
            line.Add(new PictureRun(media, HtmlConverter.Clip(alt.Length > 0 ? alt : media.Alt ?? "", 300), null, link));
            return;
        }
        // Smileys and counters say nothing; the rest stays as a link to where it was.
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || element.ClassList.Contains("wp-smiley") || element.ClassList.Contains("emoji"))
        {
            if (alt.Length > 0) line.Add(new TextRun(alt, Marks.None));
            return;
        }
        context.Note("Picture", address);
        line.Add(new LinkRun(context.Link(address), [new TextRun(alt.Length > 0 ? alt : address[(address.LastIndexOf('/') + 1)..], Marks.None)]));
    }

    private static string? Attachment(IElement element)
        => element.ClassList.FirstOrDefault(name => name.StartsWith("wp-image-", StringComparison.Ordinal))?["wp-image-".Length..] ?? element.GetAttribute("data-id");
}
