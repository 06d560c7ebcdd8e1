using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>
/// Writes the look of prose onto its elements: mail readers drop style sheets, and Outlook draws bare headings, lists and links in its own way.
/// Elements that have a style keep it. Only properties that Gmail, Outlook and Apple Mail all know.
/// </summary>
internal static class EmailStyles
{
    private const string Rule = "#d9d2c8";

    public static string Apply(string markup, string accentColor)
    {
        var body = new HtmlParser().ParseDocument("<body>" + markup).Body!;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            if (!element.HasAttribute("style") && StyleOf(element, accentColor) is { } style) element.SetAttribute("style", style);
            // What scrolls on a site does not here.
            element.RemoveAttribute("tabindex");
        }
        return body.InnerHtml;
    }

    private static string? StyleOf(IElement element, string accentColor) => element.LocalName switch
    {
        "p" or "figure" => "margin:0 0 16px",
        "h2" => "margin:8px 0 12px;font-size:25px;line-height:1.25;font-weight:bold",
        "h3" => "margin:8px 0 8px;font-size:20px;line-height:1.3;font-weight:bold",
        "h4" or "h5" or "h6" => "margin:8px 0 8px;font-size:17px;line-height:1.4;font-weight:bold",
        "a" => "color:" + accentColor + ";text-decoration:underline",
        "ul" or "ol" => "margin:0 0 16px;padding:0 0 0 24px",
        "li" => "margin:0 0 6px",
        "blockquote" => "margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid " + accentColor,
        "hr" => "margin:16px 0;border:0;border-top:1px solid " + Rule,
        "pre" => "margin:0 0 16px;white-space:pre-wrap;font-family:Consolas,monospace;font-size:15px",
        "table" => "width:100%;margin:0 0 16px;border-collapse:collapse",
        "th" or "td" => "padding:8px;border-bottom:1px solid " + Rule + ";text-align:" + (element.ClassList.Contains("end") ? "right" : "left") + ";vertical-align:top",
        "figcaption" => "font-size:14px",
        "dd" => "margin:0 0 12px",
        _ => null,
    };
}
