using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;
using Ganss.Xss;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// Markdown to HTML. Two nets: links are judged in the syntax tree and written by our own renderers, then HtmlSanitizer goes over
/// the result with a short allow-list without <c>style</c>.
/// </summary>
internal static class MarkdownHtml
{
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <summary>HTML of one field. Text that cannot be parsed is written as escaped text: a reader never pays for it.</summary>
    /// <param name="idPrefix">Unique in the page; keeps the footnotes of two blocks apart.</param>
    /// <param name="anchors">Gives headings their ids; null leaves them without.</param>
    public static string Write(string markdown, WriterContext context, string idPrefix, HeadingAnchors? anchors = null)
    {
        if (MarkdownProfile.TryParse(markdown, out _) is not { } tree)
            return new Html().Raw("<p>").Text(Shorten(markdown)).Raw("</p>").ToString();

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        MarkdownProfile.Pipeline.Setup(renderer);
        var renderers = renderer.ObjectRenderers;
        renderers.ReplaceOrAdd<HeadingRenderer>(new PageHeadingRenderer(anchors));
        renderers.ReplaceOrAdd<CodeBlockRenderer>(new PlainCodeBlockRenderer());
        renderers.ReplaceOrAdd<LinkInlineRenderer>(new PolicyLinkRenderer(context));
        renderers.ReplaceOrAdd<AutolinkInlineRenderer>(new PolicyAutolinkRenderer(context));
        renderers.ReplaceOrAdd<HtmlTableRenderer>(new AccessibleTableRenderer(context.Words));
        renderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskMarkRenderer());
        renderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new PrefixedFootnoteLinkRenderer(idPrefix, context.Words));
        renderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new PrefixedFootnoteGroupRenderer(idPrefix, context.Words));
        renderer.Render(tree);
        return Sanitizer.Sanitize(writer.ToString()).TrimEnd('\n');
    }

    private static string Shorten(string text) => text.Length <= DocumentLimits.MarkdownBytes ? text : text[..DocumentLimits.MarkdownBytes] + "…";

    private static HtmlSanitizer CreateSanitizer()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "hr",
                "img", "picture", "source", "table", "thead", "tbody", "tr", "th", "td", "sup", "section", "div", "span",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "href", "rel", "title", "src", "srcset", "sizes", "type", "alt", "width", "height", "loading", "decoding", "start", "scope",
                "colspan", "rowspan", "class", "id", "role", "tabindex", "aria-label",
            },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto", "tel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        };
        return new HtmlSanitizer(options) { AllowDataAttributes = false };
    }
}
