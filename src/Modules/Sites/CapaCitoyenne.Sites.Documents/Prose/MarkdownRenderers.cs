using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>What the renderers must know of the field that is being written.</summary>
internal sealed class ProseField
{
    private int _number;

    /// <summary>Keeps the footnotes of two fields of a page apart. A running number, since block ids are only unique once the document is valid.</summary>
    public string NotePrefix { get; private set; } = "";

    /// <summary>Gives headings their ids; null leaves them without.</summary>
    public HeadingAnchors? Anchors { get; private set; }

    public void Next(HeadingAnchors? anchors)
    {
        NotePrefix = string.Create(CultureInfo.InvariantCulture, $"n{++_number}");
        Anchors = anchors;
    }
}

/// <summary>The page's title is its only first-level heading, so <c># x</c> in a text is one of level 2.</summary>
internal sealed class PageHeadingRenderer(ProseField field) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var level = Math.Clamp(obj.Level, 2, 6).ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write("<h").Write(level);
        if (field.Anchors?.Next(MarkdownText.Words(obj.Inline)) is { } anchor)
        {
            renderer.Write(" id=\"");
            renderer.WriteEscape(anchor);
            renderer.Write("\"");
        }
        renderer.Write(">").WriteLeafInline(obj);
        renderer.Write("</h").Write(level).WriteLine(">");
    }
}

internal sealed class PlainCodeBlockRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code>");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}

internal sealed class PlainRuleRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<hr>");
    }
}

internal sealed class PlainLineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
    {
        if (renderer.IsLastInContainer) return;
        if (obj.IsHard) renderer.WriteLine("<br>");
        else renderer.EnsureLine();
    }
}

/// <summary>Links and pictures. What the policy forbids leaves its text behind; pictures of other sites become links to them.</summary>
internal sealed class PolicyLinkRenderer(WriterContext context) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var url = obj.GetDynamicUrl?.Invoke() ?? obj.Url;
        if (obj.IsImage && LinkPolicy.IsMedia(url) && context.References.Media(url!) is { IsPicture: true } media)
        {
            var html = new Html();
            PictureHtml.Write(html, media, AltText(obj), context, "(min-width: 46rem) 44rem, 92vw");
            renderer.Write(html.ToString());
            return;
        }
        var address = Addresses.Resolve(url, context);
        if (address is not null) LinkHtml.Open(renderer, address, obj.Title);
        if (obj.IsImage) renderer.WriteEscape(AltText(obj));
        else if (obj.FirstChild is null) renderer.WriteEscape(Addresses.TitleOf(url, context) ?? "");
        else renderer.WriteChildren(obj);
        if (address is not null) LinkHtml.Close(renderer, address, context);
    }

    private static string AltText(LinkInline image)
        => string.Concat(image.Descendants().Select(d => d switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => "",
        }));
}

/// <summary><c>&lt;https://…&gt;</c> and <c>&lt;someone@example.org&gt;</c>.</summary>
internal sealed class PolicyAutolinkRenderer(WriterContext context) : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var address = Addresses.Resolve(obj.IsEmail ? "mailto:" + obj.Url : obj.Url, context);
        if (address is not null) LinkHtml.Open(renderer, address, null);
        renderer.WriteEscape(obj.Url);
        if (address is not null) LinkHtml.Close(renderer, address, context, spelled: true);
    }
}

internal static class LinkHtml
{
    public static void Open(HtmlRenderer renderer, string address, string? title)
    {
        renderer.Write("<a href=\"");
        // Our own fields must reach the mailing module with their braces on.
        if (address.StartsWith("{{", StringComparison.Ordinal)) renderer.WriteEscape(address);
        else renderer.WriteEscapeUrl(address);
        renderer.Write("\"");
        if (!string.IsNullOrEmpty(title))
        {
            renderer.Write(" title=\"");
            renderer.WriteEscape(title);
            renderer.Write("\"");
        }
        // Spaces are open to everybody: their links lend no weight and hand no window over.
        if (Addresses.LeavesTheSite(address)) renderer.Write(" rel=\"nofollow ugc noopener\"");
        renderer.Write(">");
    }

    public static void Close(HtmlRenderer renderer, string address, WriterContext context, bool spelled = false)
    {
        renderer.Write("</a>");
        if (context.Target != WriterTarget.Print || spelled || !Addresses.LeavesTheSite(address)) return;
        renderer.Write(" (");
        renderer.WriteEscape(address);
        renderer.Write(")");
    }
}

/// <summary>Tables with headers for screen readers, aligned by class (no inline style), scrollable by keyboard on a phone.</summary>
internal sealed class AccessibleTableRenderer(WriterWords words) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-wrap\" role=\"region\" tabindex=\"0\" aria-label=\"");
        renderer.WriteEscape(words.Table);
        renderer.WriteLine("\"><table>");
        var inBody = false;
        foreach (var row in obj.Cast<TableRow>())
        {
            if (row.IsHeader) renderer.Write("<thead>");
            else if (!inBody) renderer.WriteLine("<tbody>");
            inBody |= !row.IsHeader;
            renderer.Write("<tr>");
            for (var i = 0; i < row.Count; i++) WriteCell(renderer, obj, row, i);
            renderer.Write("</tr>");
            renderer.WriteLine(row.IsHeader ? "</thead>" : "");
        }
        renderer.WriteLine(inBody ? "</tbody></table></div>" : "</table></div>");
    }

    private static void WriteCell(HtmlRenderer renderer, Table table, TableRow row, int index)
    {
        var cell = (TableCell)row[index];
        var column = cell.ColumnIndex < 0 ? index : cell.ColumnIndex;
        var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
        renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
        if (alignment is TableColumnAlign.Center) renderer.Write(" class=\"center\"");
        if (alignment is TableColumnAlign.Right) renderer.Write(" class=\"end\"");
        renderer.Write(">");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.Write(row.IsHeader ? "</th>" : "</td>");
    }
}

/// <summary>A sign instead of a disabled check box, which would be a form control without a label.</summary>
internal sealed class TaskMarkRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj) => renderer.Write(obj.Checked ? "☑" : "☐");
}

internal sealed class PrefixedFootnoteLinkRenderer(ProseField field, WriterWords words) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        var note = Invariant(obj.Footnote.Order);
        var mark = Invariant(obj.Index);
        if (obj.IsBackLink)
        {
            renderer.Write(" <a href=\"#").Write(field.NotePrefix).Write("-ref-").Write(mark).Write("\" class=\"footnote-back\">");
            renderer.WriteEscape(words.BackToText);
            renderer.Write("</a>");
            return;
        }
        renderer.Write("<sup><a id=\"").Write(field.NotePrefix).Write("-ref-").Write(mark).Write("\" href=\"#").Write(field.NotePrefix).Write("-note-").Write(note).Write("\">");
        renderer.Write(note).Write("</a></sup>");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class PrefixedFootnoteGroupRenderer(ProseField field, WriterWords words) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.Write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        renderer.WriteEscape(words.Footnotes);
        renderer.WriteLine("\"><ol>");
        foreach (var note in obj.Cast<Footnote>())
        {
            renderer.Write("<li id=\"").Write(field.NotePrefix).Write("-note-").Write(note.Order.ToString(CultureInfo.InvariantCulture)).Write("\">");
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }
        renderer.WriteLine("</ol></section>");
    }
}
