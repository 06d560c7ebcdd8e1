using System.Buffers;
using Ganss.Xss;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// The second net under the renderers of prose: whatever they write, only tags, attributes and schemes of a short list come through, and no
/// <c>style</c>. HTML in the plain form that they have is read through and found clean; anything else is parsed and cleaned by HtmlSanitizer, which
/// takes a hundred times as long.
/// </summary>
internal static class HtmlNet
{
    /// <summary>Nothing that our renderers write is deeper: Markdown is bounded to 100 levels, each of two elements at most.</summary>
    private const int MaxDepth = 256;

    private static readonly HashSet<string> Tags =
    [
        "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "hr",
        "img", "picture", "source", "table", "thead", "tbody", "tr", "th", "td", "sup", "section", "div", "span",
    ];

    private static readonly HashSet<string> Voids = ["br", "hr", "img", "source"];

    private static readonly HashSet<string> Attributes =
    [
        "href", "rel", "title", "src", "srcset", "sizes", "type", "alt", "width", "height", "loading", "decoding", "start", "scope",
        "colspan", "rowspan", "class", "id", "role", "tabindex", "aria-label",
    ];

    private static readonly HashSet<string> UrlAttributes = ["href", "src"];

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    // A NUL, which browsers replace, and what a reader could take for the end of the text or of the tag.
    private static readonly SearchValues<char> NotInText = SearchValues.Create("<>\0");

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    public static string Clean(string html) => IsClean(html) ? html : Sanitize(html);

    internal static string Sanitize(string html) => Sanitizer.Sanitize(html);

    /// <summary>
    /// Whether HTML is known to be clean without parsing it as a browser does: lower case, attributes in double quotes, elements closed in order, no
    /// link in a link, no comment, and all of it in the lists. False says nothing: HtmlSanitizer decides then.
    /// </summary>
    internal static bool IsClean(ReadOnlySpan<char> html)
    {
        var open = new Stack<string>();
        while (true)
        {
            var next = html.IndexOfAny(NotInText);
            if (next < 0) return open.Count == 0;
            if (html[next] != '<') return false;
            html = html[(next + 1)..];
            if (!(html.StartsWith('/') ? TryClose(ref html, open) : TryOpen(ref html, open))) return false;
        }
    }

    private static bool TryClose(ref ReadOnlySpan<char> html, Stack<string> open)
    {
        html = html[1..];
        if (!open.TryPop(out var tag) || !html.StartsWith(tag) || !html[tag.Length..].StartsWith('>')) return false;
        html = html[(tag.Length + 1)..];
        return true;
    }

    private static bool TryOpen(ref ReadOnlySpan<char> html, Stack<string> open)
    {
        if (!Tags.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(TakeName(ref html), out var tag)) return false;
        while (html.StartsWith(' '))
        {
            html = html[1..];
            var name = TakeName(ref html);
            if (!Attributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) || !html.StartsWith("=\"")) return false;
            html = html[2..];
            var end = html.IndexOf('"');
            if (end < 0 || html[..end].ContainsAny(NotInText)) return false;
            if (UrlAttributes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) && !IsPlainUrl(html[..end])) return false;
            html = html[(end + 1)..];
        }
        if (!html.StartsWith('>')) return false;
        html = html[1..];
        if (Voids.Contains(tag)) return true;
        if (open.Count == MaxDepth || (tag == "a" && open.Contains("a"))) return false;
        open.Push(tag);
        return true;
    }

    private static ReadOnlySpan<char> TakeName(ref ReadOnlySpan<char> html)
    {
        var length = html.IndexOfAnyExcept(Letters);
        var name = length < 0 ? html : html[..length];
        html = html[name.Length..];
        return name;
    }

    /// <summary>A path, an anchor, or a scheme written out: nothing that has to be decoded first.</summary>
    private static bool IsPlainUrl(ReadOnlySpan<char> url)
    {
        if (url.StartsWith('#')) return true;
        if (url.StartsWith('/')) return url.Length == 1 || url[1] is not ('/' or '\\' or '&' or '\t' or '\n' or '\r');
        foreach (var scheme in Schemes)
            if (url.StartsWith(scheme) && url[scheme.Length..].StartsWith(':')) return true;
        return false;
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        static HashSet<string> AnyCase(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = AnyCase(Tags),
            AllowedAttributes = AnyCase(Attributes),
            AllowedSchemes = AnyCase(Schemes),
            UriAttributes = AnyCase(UrlAttributes),
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        };
        return new HtmlSanitizer(options) { AllowDataAttributes = false };
    }
}
