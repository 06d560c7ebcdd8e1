using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>A part of a WordPress text: HTML between blocks (no name), or a block.</summary>
internal sealed class BlockNode
{
    /// <summary>Without <c>core/</c>; empty for HTML that is in no block.</summary>
    public string Name { get; init; } = "";

    public JsonObject Attributes { get; init; } = [];

    public List<BlockNode> Children { get; } = [];

    /// <summary>The HTML, for a node without name.</summary>
    public string Html { get; init; } = "";

    public bool IsHtml => Name.Length == 0;

    /// <summary>All HTML inside, that of inner blocks too, without the comments.</summary>
    public string InnerHtml => IsHtml ? Html : string.Concat(Children.Select(child => child.InnerHtml));

    /// <summary>The HTML that is the block's own.</summary>
    public string OwnHtml => string.Concat(Children.Where(child => child.IsHtml).Select(child => child.Html));

    public IEnumerable<BlockNode> Blocks => Children.Where(child => !child.IsHtml);

    public string? Text(string name) => Attributes[name] is JsonValue value ? value.ToString() : null;
}

/// <summary>Reads <c>&lt;!-- wp:name {json} --&gt;…&lt;!-- /wp:name --&gt;</c>. Comments that do not match up are passed over: the HTML stays.</summary>
internal static partial class BlockMarkup
{
    // Deeper than WordPress's own editor can show.
    private const int MaxDepth = 60;

    public static bool IsIn(string text) => text.Contains("<!-- wp:", StringComparison.Ordinal);

    public static List<BlockNode> Parse(string text)
    {
        var root = new BlockNode { Name = "root" };
        var open = new Stack<BlockNode>([root]);
        var at = 0;
        foreach (Match comment in Comment().Matches(text))
        {
            AddHtml(open.Peek(), text[at..comment.Index]);
            at = comment.Index + comment.Length;
            var name = comment.Groups["name"].Value is var full && full.StartsWith("core/", StringComparison.Ordinal) ? full[5..] : full;
            if (comment.Groups["close"].Success)
            {
                if (open.Any(node => node.Name == name))
                    while (open.Count > 1 && open.Pop().Name != name) { }
                continue;
            }
            var node = new BlockNode { Name = name, Attributes = Read(comment.Groups["json"].Value) };
            if (open.Count > MaxDepth) continue;
            open.Peek().Children.Add(node);
            if (!comment.Groups["void"].Success) open.Push(node);
        }
        AddHtml(open.Peek(), text[at..]);
        return root.Children;
    }

    private static void AddHtml(BlockNode parent, string html)
    {
        if (html.Length > 0) parent.Children.Add(new BlockNode { Html = html });
    }

    private static JsonObject Read(string json)
    {
        if (json.Length == 0) return [];
        try
        {
            var read = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 32 }) as JsonObject ?? [];
            _ = read.Count;
            return read;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"<!--\s+(?<close>/)?wp:(?<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s+(?:(?<json>\{.*?\})\s+)?(?<void>/)?-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Comment();
}
