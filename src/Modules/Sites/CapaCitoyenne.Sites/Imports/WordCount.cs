using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Imports.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Words that came in and words that are there after; the difference is what a conversion lost.</summary>
internal static partial class WordCount
{
    private static readonly string[] MarkdownFields = ["markdown", "transcript"];

    /// <summary>The visible words of HTML.</summary>
    public static IReadOnlyList<string> OfHtml(string html)
    {
        var text = new StringBuilder(html.Length);
        Collect(new HtmlParser().ParseDocument("<body>" + html).Body!, text, 0);
        return Of(text.ToString());
    }

    /// <summary>The words of all fields that hold text; those of Markdown without its marks and addresses.</summary>
    public static IReadOnlyList<string> OfDocument(PageDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.AllBlocks()) Collect(block.Fields, "", text);
        return Of(text.ToString());
    }

    public static IReadOnlyList<string> OfMarkdown(string markdown)
    {
        var text = new StringBuilder();
        AppendMarkdown(markdown, text);
        return Of(text.ToString());
    }

    /// <summary>How many of the words that came in are still there, each as often as it came.</summary>
    public static int Kept(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var left = after.CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        var kept = 0;
        foreach (var word in before)
        {
            if (!left.TryGetValue(word, out var count) || count == 0) continue;
            left[word] = count - 1;
            kept++;
        }
        return kept;
    }

    public static IReadOnlyList<string> Of(string text) => [.. Word().Matches(text.Normalize()).Select(match => match.Value)];

    private static void Collect(INode node, StringBuilder text, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(words.Data);
                    break;
                case IElement element when HtmlNames.IsUnseen(element):
                    break;
                case IElement element:
                    var isBlock = !HtmlNames.IsInline(element);
                    if (isBlock) text.Append(' ');
                    if (depth < HtmlNames.MaxDepth) Collect(element, text, depth + 1);
                    else text.Append(element.TextContent);
                    if (isBlock) text.Append(' ');
                    break;
                default:
                    break;
            }
        }
    }

    private static void Collect(JsonNode? node, string name, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (field, value) in fields) Collect(value, field, text);
                break;
            case JsonArray items:
                foreach (var item in items) Collect(item, name, text);
                break;
            case JsonValue value when value.TryGetValue(out string? words):
                if (MarkdownFields.Contains(name)) AppendMarkdown(words, text);
                else text.Append(words).Append(' ');
                break;
            default:
                break;
        }
    }

    private static void AppendMarkdown(string markdown, StringBuilder text)
    {
        if (MarkdownProfile.TryParse(markdown, out _) is not { } tree)
        {
            text.Append(markdown).Append(' ');
            return;
        }
        foreach (var leaf in tree.Descendants<LeafBlock>())
        {
            if (leaf is CodeBlock code) text.Append(code.Lines);
            foreach (var inline in leaf.Inline?.Descendants() ?? [])
            {
                switch (inline)
                {
                    case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                    case CodeInline span: text.Append(span.Content); break;
                    case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                    case AutolinkInline address: text.Append(address.Url); break;
                    case LineBreakInline: text.Append(' '); break;
                    default: break;
                }
            }
            text.Append(' ');
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, 5000)]
    private static partial Regex Word();
}
