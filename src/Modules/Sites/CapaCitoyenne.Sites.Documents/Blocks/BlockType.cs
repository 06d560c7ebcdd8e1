using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>A block type of this library: its closed list of fields, and how it is written. One file each, in <c>Blocks/Types</c>.</summary>
internal abstract class BlockType
{
    public abstract BlockDefinition Definition { get; }

    /// <summary>The whole element, for web pages, feeds and print; nothing when there is nothing for readers.</summary>
    public abstract void WriteHtml(Block block, HtmlWriter writer);

    /// <summary>What stands in the block's row of a mail; nothing leaves the row out. As in feeds, unless the type has something better.</summary>
    public virtual void WriteEmail(Block block, HtmlWriter writer) => WriteHtml(block, writer);

    /// <summary>Plain text without a line break at its end; empty when there is nothing for readers.</summary>
    public abstract string WriteText(Block block, PlainTextWriter writer);

    /// <summary>Inline style of the row in a mail, besides the writer's own.</summary>
    public virtual string? EmailStyle(string accentColor) => null;

    /// <summary>The block's own heading of level 2, when it has one.</summary>
    public virtual string? Heading(Block block) => null;

    /// <summary>Whether readers find anything under <see cref="Heading"/>.</summary>
    public virtual bool HasContent(Block block, WriterContext context) => true;
}

/// <summary>A block with an optional title over a list: everything but that list.</summary>
internal abstract class SectionBlock : BlockType
{
    protected static readonly BlockField Title = new("title", FieldKind.Text) { MaxLength = 200 };

    public override string? Heading(Block block) => block.Text("title") is { } title && !string.IsNullOrWhiteSpace(title) ? title : null;

    public override bool HasContent(Block block, WriterContext context) => block.Items().Any();

    public sealed override void WriteHtml(Block block, HtmlWriter writer)
    {
        if (!HasContent(block, writer.Context)) return;
        writer.Open("section", block);
        var title = Heading(block);
        writer.Element("h2", "block-title", title);
        WriteContent(block, title is null ? "h2" : "h3", writer);
        writer.Raw("</section>\n");
    }

    public sealed override void WriteEmail(Block block, HtmlWriter writer)
    {
        if (!HasContent(block, writer.Context)) return;
        var title = Heading(block);
        writer.Element("h2", "", title);
        WriteEmailContent(block, title is null ? "h2" : "h3", writer);
    }

    public sealed override string WriteText(Block block, PlainTextWriter writer)
        => HasContent(block, writer.Context) ? PlainTextWriter.Lines([Heading(block), .. TextLines(block, writer)]) : "";

    /// <param name="heading">The element of headings under the title: <c>h3</c>, or <c>h2</c> without a title.</param>
    protected abstract void WriteContent(Block block, string heading, HtmlWriter writer);

    /// <summary>The same in a mail, when it needs another shape there.</summary>
    protected virtual void WriteEmailContent(Block block, string heading, HtmlWriter writer) => WriteContent(block, heading, writer);

    /// <summary>The lines under the title; empty ones are left out.</summary>
    protected abstract IEnumerable<string?> TextLines(Block block, PlainTextWriter writer);

    /// <summary>The items of a list that has no bullets but is one for screen readers.</summary>
    protected static void WriteList(HtmlWriter writer, string listClass, string itemClass, IEnumerable<Action> items)
    {
        writer.List("ul", listClass);
        foreach (var write in items)
        {
            writer.Tag("li", itemClass);
            write();
            writer.Raw("</li>\n");
        }
        writer.Raw("</ul>");
    }
}
