using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>HTML with the comments that tell WordPress's editor its blocks. What has no simple block there is one of its HTML blocks.</summary>
internal static class WordPressMarkup
{
    public static string Write(string html)
    {
        var text = new StringBuilder(html.Length + 256);
        Write(new HtmlParser().ParseDocument("<body>" + html).Body!, text);
        return text.ToString();
    }

    private static void Write(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words && !string.IsNullOrWhiteSpace(words.Data)) text.Append(words.ToHtml());
            if (node is not IElement element) continue;
            switch (element.LocalName)
            {
                case "p":
                    Block(text, "paragraph", "", element.OuterHtml);
                    break;
                case "h2" or "h3" or "h4" or "h5" or "h6":
                    Block(text, "heading", element.LocalName == "h2" ? "" : "{\"level\":" + element.LocalName[1] + "} ", element.OuterHtml);
                    break;
                case "ul" or "ol":
                    Block(text, "list", element.LocalName == "ol" ? "{\"ordered\":true} " : "", element.OuterHtml);
                    break;
                case "blockquote":
                    Block(text, "quote", "", element.OuterHtml);
                    break;
                case "hr":
                    Block(text, "separator", "", "<hr class=\"wp-block-separator\"/>");
                    break;
                case "pre":
                    Block(text, "preformatted", "", element.OuterHtml);
                    break;
                case "figure" when element.QuerySelectorAll("img").Length == 1 && element.QuerySelector("picture,table,video,iframe") is null:
                    element.ClassName = "wp-block-image";
                    Block(text, "image", "", element.OuterHtml);
                    break;
                case "div" or "section" or "article":
                    Write(element, text);
                    break;
                default:
                    Block(text, "html", "", element.OuterHtml);
                    break;
            }
        }
    }

    private static void Block(StringBuilder text, string name, string attributes, string html)
        => text.Append("<!-- wp:").Append(name).Append(' ').Append(attributes).Append("-->\n").Append(html).Append("\n<!-- /wp:").Append(name).Append(" -->\n\n");
}
