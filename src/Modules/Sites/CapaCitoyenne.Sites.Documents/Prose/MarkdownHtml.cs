using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents.Writers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// Markdown to HTML, for the fields of one document. Two nets: links are judged in the syntax tree and written by our own renderers, then
/// <see cref="HtmlNet"/> goes over the result.
/// </summary>
internal sealed class MarkdownHtml
{
    private readonly StringBuilder _text = new();
    private readonly ProseField _field = new();
    private readonly HtmlRenderer _renderer;

    public MarkdownHtml(WriterContext context)
    {
        _renderer = new HtmlRenderer(new StringWriter(_text, CultureInfo.InvariantCulture) { NewLine = "\n" });
        MarkdownProfile.Pipeline.Setup(_renderer);
        var renderers = _renderer.ObjectRenderers;
        renderers.ReplaceOrAdd<HeadingRenderer>(new PageHeadingRenderer(_field));
        renderers.ReplaceOrAdd<CodeBlockRenderer>(new PlainCodeBlockRenderer());
        renderers.ReplaceOrAdd<ThematicBreakRenderer>(new PlainRuleRenderer());
        renderers.ReplaceOrAdd<LineBreakInlineRenderer>(new PlainLineBreakRenderer());
        renderers.ReplaceOrAdd<LinkInlineRenderer>(new PolicyLinkRenderer(context));
        renderers.ReplaceOrAdd<AutolinkInlineRenderer>(new PolicyAutolinkRenderer(context));
        renderers.ReplaceOrAdd<HtmlTableRenderer>(new AccessibleTableRenderer(context.Words));
        renderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskMarkRenderer());
        renderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new PrefixedFootnoteLinkRenderer(_field, context.Words));
        renderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new PrefixedFootnoteGroupRenderer(_field, context.Words));
    }

    /// <summary>HTML of one field. Text that cannot be parsed is written as escaped text: a reader never pays for it.</summary>
    /// <param name="tree">The field, parsed; null when the profile does not take it.</param>
    /// <param name="markdown">The field as it was written.</param>
    /// <param name="anchors">Gives headings their ids; null leaves them without.</param>
    public string Write(MarkdownDocument? tree, string markdown, HeadingAnchors? anchors)
    {
        if (tree is null)
            return new Html().Raw("<p>").Text(Shorten(markdown)).Raw("</p>").ToString();
        _field.Next(anchors);
        _text.Clear();
        _renderer.Render(tree);
        return HtmlNet.Clean(_text.ToString()).Trim('\n');
    }

    private static string Shorten(string text) => text.Length <= DocumentLimits.MarkdownBytes ? text : text[..DocumentLimits.MarkdownBytes] + "…";
}
