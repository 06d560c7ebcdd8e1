using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>
/// Web pages, feeds, print, and the rows of a mail. Classes as in the themes' README; feeds and mails get none. Block types write
/// through it; every value goes through the encoder.
/// </summary>
internal sealed class HtmlWriter(WriterContext context)
{
    private const string DefaultAccent = "#1f3a93";

    private readonly MarkdownHtml _prose = new(context);
    private Html _html = new();
    private IReadOnlyList<Block> _root = [];
    private HeadingAnchors _anchors = new([]);

    public WriterContext Context => context;

    public bool HasClasses => context.Target is WriterTarget.Web or WriterTarget.Print;

    /// <summary>The colour of a mail's buttons, <c>#rrggbb</c>.</summary>
    public string AccentColor { get; } = IsColor(context.AccentColor) ? context.AccentColor : DefaultAccent;

    public string Write(IReadOnlyList<Block> blocks)
    {
        _root = blocks;
        _anchors = new HeadingAnchors(BlockIds(blocks));
        WriteList(blocks);
        return _html.ToString();
    }

    public void WriteList(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(context.IsShown))
        {
            if (block.IsKept) WriteFallback(block);
            else if (BuiltInBlocks.Find(block.Type) is { } type) type.WriteHtml(block, this);
            else if (context.WriteExternal(block) is { } html) Open("div", block).Raw(html).Raw("</div>\n");
        }
    }

    /// <summary>What a block writes as a row of a mail, without the row.</summary>
    public string WriteRow(Block block)
    {
        _html = new Html();
        if (block.IsKept) Markdown(DocumentWriter.FallbackText(block));
        else if (BuiltInBlocks.Find(block.Type) is { } type) type.WriteEmail(block, this);
        else Raw(context.WriteExternal(block) ?? "");
        return _html.ToString();
    }

    /// <summary>The headings that readers see, in order; their anchors are those that <see cref="MainMarkdown"/> writes.</summary>
    public IReadOnlyList<TocEntry> Headings()
    {
        var entries = new List<TocEntry>();
        CollectHeadings(_root, new HeadingAnchors(BlockIds(_root)), entries);
        return entries;
    }

    /// <summary>Opens the one element of a block, with its width, tone and anchor. Feeds and mails get the element alone.</summary>
    public HtmlWriter Open(string tag, Block block, params ReadOnlySpan<string> more)
    {
        OpenStart(tag, block, more);
        return Raw(">");
    }

    public HtmlWriter Open(string tag, Block block, string attribute, string? value)
    {
        OpenStart(tag, block, []);
        return (HasClasses ? Attr(attribute, value) : this).Raw(">");
    }

    public HtmlWriter Raw(string markup)
    {
        _html.Raw(markup);
        return this;
    }

    public HtmlWriter Text(string? text)
    {
        _html.Text(text);
        return this;
    }

    public HtmlWriter Attr(string name, string? value)
    {
        _html.Attr(name, value);
        return this;
    }

    /// <summary>Opens an element inside of a block; the class only where there is a style sheet for it.</summary>
    public HtmlWriter Tag(string tag, string style)
    {
        _html.Raw("<").Raw(tag).Attr("class", HasClasses && style.Length > 0 ? style : null).Raw(">");
        return this;
    }

    public HtmlWriter Close(string tag) => Raw("</").Raw(tag).Raw(">");

    /// <summary>An element with a text; nothing when the text is empty.</summary>
    public HtmlWriter Element(string tag, string style, string? text)
        => string.IsNullOrWhiteSpace(text) ? this : Tag(tag, style).Text(text).Close(tag);

    /// <summary>Opens a list without bullets; some screen readers only count its items when the role is written out.</summary>
    public HtmlWriter List(string tag, string style)
    {
        _html.Raw("<").Raw(tag).Attr("class", HasClasses ? style : null).Attr("role", HasClasses ? "list" : null).Raw(">\n");
        return this;
    }

    public HtmlWriter Time(string machine, string words) => Raw("<time").Attr("datetime", machine).Raw(">").Text(words).Raw("</time>");

    /// <summary>An address that readers can follow, or null.</summary>
    public string? Resolve(string? url) => Addresses.Resolve(url, context);

    public HtmlWriter OpenLink(string address, string style = "")
        => Raw("<a").Attr("class", HasClasses && style.Length > 0 ? style : null).Attr("href", address)
            .Attr("rel", Addresses.LeavesTheSite(address) ? "nofollow ugc noopener" : null).Raw(">");

    /// <summary>On paper, an address that one cannot click is written out.</summary>
    public HtmlWriter Spelled(string address)
        => context.Target == WriterTarget.Print && Addresses.LeavesTheSite(address) ? Raw(" (").Text(address).Raw(")") : this;

    /// <summary>The picture of a URN; null when it is not there or no picture.</summary>
    public ResolvedMedia? Picture(string? urn)
        => context.References.Media(urn ?? "") is { IsPicture: true } media ? media : null;

    /// <param name="sizes">The attribute <c>sizes</c> on the web.</param>
    /// <param name="emailWidth">Width in mails, in pixels.</param>
    public HtmlWriter Picture(ResolvedMedia media, string alt, string sizes, int emailWidth = PictureHtml.EmailWidth)
    {
        PictureHtml.Write(_html, media, alt, context, sizes, emailWidth);
        return this;
    }

    /// <summary>The block's own prose; its headings get anchors.</summary>
    public HtmlWriter MainMarkdown(Block block) => Raw(_prose.Write(block.Prose, block.Text(Block.ProseField) ?? "", HasClasses ? _anchors : null));

    /// <summary>Prose of an item or a second field; its headings are no part of the document's outline.</summary>
    public HtmlWriter Markdown(string? markdown) => Raw(_prose.Write(MarkdownProfile.TryParse(markdown ?? "", out _), markdown ?? "", null));

    private void WriteFallback(Block block)
    {
        if (DocumentWriter.FallbackText(block) is not { Length: > 0 } text) return;
        Raw(HasClasses ? "<div class=\"block block-unknown\">" : "<div>").Markdown(text).Raw("</div>\n");
    }

    private void OpenStart(string tag, Block block, ReadOnlySpan<string> more)
    {
        _html.Raw("<").Raw(tag);
        if (!HasClasses) return;
        var classes = new List<string> { "block", "block-" + block.Type };
        classes.AddRange(more);
        if (block.Text("width") is "wide" or "full") classes.Add("width-" + block.Text("width"));
        if (block.Text("tone") is "soft" or "accent") classes.Add("tone-" + block.Text("tone"));
        _html.Attr("class", string.Join(' ', classes)).Attr("id", DocumentWriter.Anchor(block));
    }

    private void CollectHeadings(IEnumerable<Block> blocks, HeadingAnchors anchors, List<TocEntry> entries)
    {
        foreach (var block in blocks.Where(block => !block.IsKept && context.IsShown(block)))
        {
            if (BuiltInBlocks.Find(block.Type) is not { } type) continue;
            if (type.Heading(block) is { } title && type.HasContent(block, context) && DocumentWriter.Anchor(block) is { } id) entries.Add(new(2, title, id));
            if (block.Prose is { } prose) entries.AddRange(anchors.Of(prose));
            foreach (var column in block.Columns ?? []) CollectHeadings(column, anchors, entries);
        }
    }

    private static IEnumerable<string> BlockIds(IReadOnlyList<Block> blocks) => new PageDocument("fr", blocks).AllBlocks().Select(block => block.Id);

    private static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);
}
