using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CapaCitoyenne.Sites.Imports.Ghost;

/// <summary>The text of Ghost's own formats, for posts that have no HTML beside it: structure, words and pictures as plain HTML.</summary>
internal static class GhostText
{
    private const int MaxDepth = 50;

    public static string Html(string? lexical, string? mobiledoc)
    {
        try
        {
            var html = new StringBuilder();
            if (Parse(lexical)?["root"] is JsonObject root) Lexical(root, html, 0);
            else if (Parse(mobiledoc) is { } document) Mobiledoc(document, html);
            return html.ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return "";
        }
    }

    private static JsonObject? Parse(string? json) => string.IsNullOrWhiteSpace(json) ? null : JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 128 }) as JsonObject;

    private static void Lexical(JsonObject node, StringBuilder html, int depth)
    {
        if (depth > MaxDepth) return;
        var type = node["type"]?.ToString() ?? "";
        switch (type)
        {
            case "text" or "extended-text":
                var format = node["format"] is JsonValue value && value.TryGetValue(out int bits) ? bits : 0;
                var text = WebUtility.HtmlEncode(node["text"]?.ToString() ?? "");
                if ((format & 16) != 0) text = "<code>" + text + "</code>";
                if ((format & 4) != 0) text = "<s>" + text + "</s>";
                if ((format & 2) != 0) text = "<em>" + text + "</em>";
                if ((format & 1) != 0) text = "<strong>" + text + "</strong>";
                html.Append(text);
                return;
            case "linebreak":
                html.Append("<br>");
                return;
            case "horizontalrule":
                html.Append("<hr>");
                return;
            case "image":
                Image(node, html);
                return;
            case "html" or "markdown":
                html.Append(type == "html" ? node["html"]?.ToString() : "<p>" + WebUtility.HtmlEncode(node["markdown"]?.ToString() ?? "") + "</p>");
                return;
            case "bookmark" or "embed" or "button" or "file" or "video" or "audio":
                Card(node, html);
                return;
            case "gallery":
                foreach (var image in (node["images"] as JsonArray)?.OfType<JsonObject>() ?? []) Image(image, html);
                return;
            case "callout":
                html.Append("<blockquote>").Append(node["calloutText"]).Append("</blockquote>");
                return;
            case "toggle":
                html.Append("<h3>").Append(node["heading"]).Append("</h3>").Append(node["content"]);
                return;
        }
        var tag = type switch
        {
            "paragraph" => "p",
            "heading" or "extended-heading" => node["tag"]?.ToString() is ['h', >= '1' and <= '6'] level ? level : "h2",
            "quote" or "extended-quote" or "aside" => "blockquote",
            "list" => node["listType"]?.ToString() == "number" ? "ol" : "ul",
            "listitem" => "li",
            "link" => "a",
            _ => "",
        };
        if (tag == "a") html.Append("<a href=\"").Append(WebUtility.HtmlEncode(node["url"]?.ToString() ?? "")).Append("\">");
        else if (tag.Length > 0) html.Append('<').Append(tag).Append('>');
        foreach (var child in (node["children"] as JsonArray)?.OfType<JsonObject>() ?? []) Lexical(child, html, depth + 1);
        if (tag.Length > 0) html.Append("</").Append(tag).Append('>');
    }

    private static void Image(JsonObject node, StringBuilder html)
    {
        html.Append("<figure><img src=\"").Append(WebUtility.HtmlEncode(node["src"]?.ToString() ?? "")).Append("\" alt=\"").Append(WebUtility.HtmlEncode(node["alt"]?.ToString() ?? "")).Append("\">");
        if (node["caption"]?.ToString() is { Length: > 0 } caption) html.Append("<figcaption>").Append(caption).Append("</figcaption>");
        html.Append("</figure>");
    }

    private static void Card(JsonObject node, StringBuilder html)
    {
        if (node["html"]?.ToString() is { Length: > 0 } embedded)
        {
            html.Append(embedded);
            return;
        }
        var address = node["url"]?.ToString() ?? node["buttonUrl"]?.ToString() ?? node["src"]?.ToString() ?? "";
        var title = (node["metadata"] as JsonObject)?["title"]?.ToString() ?? node["buttonText"]?.ToString() ?? node["fileTitle"]?.ToString() ?? node["title"]?.ToString() ?? address;
        html.Append("<p><a href=\"").Append(WebUtility.HtmlEncode(address)).Append("\">").Append(WebUtility.HtmlEncode(title)).Append("</a></p>");
    }

    /// <summary>Mobiledoc 0.3: sections <c>[1, tag, markers]</c>, <c>[2, src]</c>, <c>[3, tag, items]</c>, <c>[10, card]</c>.</summary>
    private static void Mobiledoc(JsonObject document, StringBuilder html)
    {
        var cards = document["cards"] as JsonArray ?? [];
        foreach (var section in (document["sections"] as JsonArray)?.OfType<JsonArray>() ?? [])
        {
            switch (section[0]?.ToString())
            {
                case "1":
                    var tag = section[1]?.ToString() is { Length: > 0 and < 12 } name && name.All(char.IsAsciiLetterOrDigit) ? name : "p";
                    html.Append('<').Append(tag).Append('>').Append(Markers(section[2])).Append("</").Append(tag).Append('>');
                    break;
                case "2":
                    html.Append("<img src=\"").Append(WebUtility.HtmlEncode(section[1]?.ToString() ?? "")).Append("\">");
                    break;
                case "3":
                    var list = section[1]?.ToString() == "ol" ? "ol" : "ul";
                    html.Append('<').Append(list).Append('>');
                    foreach (var item in section[2] as JsonArray ?? []) html.Append("<li>").Append(Markers(item)).Append("</li>");
                    html.Append("</").Append(list).Append('>');
                    break;
                case "10" when int.TryParse(section[1]?.ToString(), out var index) && index >= 0 && index < cards.Count && cards[index] is JsonArray { Count: > 1 } card && card[1] is JsonObject payload:
                    var node = (JsonObject)payload.DeepClone();
                    node["type"] = card[0]?.ToString();
                    Lexical(node, html, 0);
                    break;
            }
        }
    }

    private static string Markers(JsonNode? markers)
        => string.Concat((markers as JsonArray)?.OfType<JsonArray>().Where(marker => marker.Count > 3).Select(marker => WebUtility.HtmlEncode(marker[3]?.ToString() ?? "")) ?? []);
}
