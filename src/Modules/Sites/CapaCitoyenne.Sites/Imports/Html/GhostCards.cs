using System.Text.Json.Nodes;
using AngleSharp.Dom;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Ghost's cards, which are HTML with classes: bookmarks, callouts, toggles; what sells or signs people up is left out.</summary>
internal static class GhostCards
{
    private static readonly string[] LeftOut = ["kg-signup-card", "kg-paywall-card", "kg-product-card", "kg-cta-card", "kg-email-card", "kg-email-cta-card"];

    /// <returns>False when the element is no card that has a block of its own.</returns>
    public static bool TryAdd(IElement element, HtmlConverter converter, ConversionContext context, List<Piece> pieces, int depth)
    {
        if (!element.ClassList.Contains("kg-card")) return false;
        if (element.ClassList.Contains("kg-bookmark-card")) return TryBookmark(element, converter, context, pieces, depth);
        if (element.ClassList.Contains("kg-callout-card")) return TryCallout(element.QuerySelector(".kg-callout-text"), null, converter, pieces, depth);
        if (element.ClassList.Contains("kg-toggle-card")) return TryCallout(element.QuerySelector(".kg-toggle-content"), element.QuerySelector(".kg-toggle-heading-text")?.TextContent.Trim(), converter, pieces, depth);
        if (!element.ClassList.Any(name => LeftOut.Contains(name))) return false;
        context.Note("Card", HtmlConverter.Shorten(element.OuterHtml));
        return true;
    }

    private static bool TryBookmark(IElement element, HtmlConverter converter, ConversionContext context, List<Piece> pieces, int depth)
    {
        var target = element.QuerySelector("a[href]")?.GetAttribute("href") is { } address ? context.Link(address) : "";
        var title = element.QuerySelector(".kg-bookmark-title");
        var label = title?.TextContent.Trim() ?? "";
        if (label.Length is 0 or > 120 || LinkPolicy.Classify(target) is LinkKind.Forbidden or LinkKind.Empty) return false;
        pieces.Add(new BlockPiece(BlockTypes.Button, new JsonObject { ["label"] = HtmlConverter.Clip(label, 120), ["target"] = target }));
        foreach (var rest in element.QuerySelectorAll(".kg-bookmark-description,.kg-bookmark-metadata,figcaption"))
            if (converter.ConvertToMarkdown(rest, depth) is { Length: > 0 } words) pieces.Add(new Prose(words));
        return true;
    }

    private static bool TryCallout(IElement? content, string? title, HtmlConverter converter, List<Piece> pieces, int depth)
    {
        if (content is null || converter.ConvertToMarkdown(content, depth) is not { Length: > 0 } words) return false;
        var fields = new JsonObject { ["kind"] = "info" };
        if (!string.IsNullOrEmpty(title)) fields["title"] = HtmlConverter.Clip(title, 200);
        fields["markdown"] = words;
        pieces.Add(new BlockPiece(BlockTypes.Callout, fields));
        return true;
    }
}
