using AngleSharp.Dom;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Kinds of HTML elements, as far as a conversion to Markdown cares.</summary>
internal static class HtmlNames
{
    /// <summary>Deeper than any honest page; further down only the words are read.</summary>
    public const int MaxDepth = 100;

    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    private static readonly HashSet<string> Unseen = ["script", "style", "noscript", "template", "svg", "head", "title", "meta", "link", "math"];

    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    /// <summary>Readers do not see what is inside.</summary>
    public static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName);

    /// <summary>Whether an inline element holds blocks, as old pages have it: <c>&lt;font&gt;&lt;p&gt;</c>.</summary>
    public static bool HoldsBlocks(IElement element)
        => element.QuerySelector("p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,blockquote,figure,pre,hr,iframe,video,audio") is not null;
}
