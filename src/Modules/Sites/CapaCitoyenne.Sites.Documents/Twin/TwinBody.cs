using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>
/// The readable inside of a directive: the Markdown field itself, or a picture, or a link. What stands there is taken out of the
/// attributes; when reading it back would not give the same fields, it stays in the attributes instead.
/// </summary>
internal static partial class TwinBody
{
    /// <summary>The inner text, and <paramref name="fields"/> without what it says; null for a directive without inside.</summary>
    public static string? Take(string type, JsonObject fields)
    {
        var (body, names) = type switch
        {
            BlockTypes.Image => (Image(fields), new[] { "media", "alt", "caption" }),
            BlockTypes.Button => (Link(fields), ["label", "target"]),
            _ => (fields["markdown"].AsText(), ["markdown"]),
        };
        if (body is null) return null;
        var read = Read(type, body);
        if (read is null || !names.All(n => fields.ContainsKey(n) == read.ContainsKey(n) && JsonNode.DeepEquals(fields[n], read[n]))) return null;
        foreach (var name in names) fields.Remove(name);
        return body;
    }

    /// <summary>The fields that an inner text says; null when it has not the shape that this type's inside has.</summary>
    public static JsonObject? Read(string type, string body) => type switch
    {
        BlockTypes.Image => ReadImage(body),
        BlockTypes.Button => ReadLink(body),
        _ => new JsonObject { ["markdown"] = body },
    };

    private static string? Image(JsonObject fields)
    {
        if (fields["media"].AsText() is not { } media) return null;
        var alt = fields["alt"] is JsonObject given && given["kind"].AsText() == "text" ? given["text"].AsText() ?? "" : "";
        var caption = fields["caption"].AsText();
        return "![" + Escape(alt) + "](" + media + ")" + (caption is null ? "" : "\n\n" + Escape(caption));
    }

    private static JsonObject? ReadImage(string body)
    {
        var match = ImageLine().Match(body);
        if (!match.Success) return null;
        var alt = Unescape(match.Groups["alt"].Value);
        var fields = new JsonObject
        {
            ["media"] = match.Groups["media"].Value,
            ["alt"] = alt.Length == 0 ? new JsonObject { ["kind"] = "decorative" } : new JsonObject { ["kind"] = "text", ["text"] = alt },
        };
        if (match.Groups["caption"].Success) fields["caption"] = Unescape(match.Groups["caption"].Value);
        return fields;
    }

    private static string? Link(JsonObject fields)
        => fields["label"].AsText() is { } label && fields["target"].AsText() is { } target ? "[" + Escape(label) + "](" + target + ")" : null;

    private static JsonObject? ReadLink(string body)
    {
        var match = LinkLine().Match(body);
        return match.Success ? new JsonObject { ["label"] = Unescape(match.Groups["label"].Value), ["target"] = match.Groups["target"].Value } : null;
    }

    private static string Escape(string text) => Special().Replace(text, @"\$0");

    private static string Unescape(string text) => Escaped().Replace(text, "${mark}");

    [GeneratedRegex(@"[\\\[\]*_`<&!#]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"\\(?<mark>[\\\[\]*_`<&!#])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\A!\[(?<alt>(?:\\.|[^\[\]\\\n])*)\]\((?<media>[^()\s]*)\)(?:\n\n(?<caption>[^\n]+))?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageLine();

    [GeneratedRegex(@"\A\[(?<label>(?:\\.|[^\[\]\\\n])*)\]\((?<target>[^()\s]*)\)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LinkLine();
}
