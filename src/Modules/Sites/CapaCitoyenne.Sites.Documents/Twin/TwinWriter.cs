using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>
/// The document as plain text that lasts: YAML front matter, then one fenced directive a block (<c>:::image {…}</c>) with readable
/// Markdown inside. <see cref="TwinReader"/> gives exactly the same document back. It is the export, copy and archive form.
/// </summary>
public static partial class TwinWriter
{
    /// <summary>Directive of a block that is kept as it came; no block type may have this name.</summary>
    internal const string KeptDirective = "kept";

    internal const string ColumnDirective = "column";

    internal const string ItemDirective = "item";

    public static string Write(PageDocument document)
    {
        if (document.Verbatim is not null) return document.Verbatim;
        var text = new StringBuilder("---\n");
        text.Append("schema: ").Append(PageDocument.Schema).Append('\n');
        text.Append("lang: ").Append(Scalar(document.Lang)).Append('\n');
        foreach (var (name, value) in document.Extra) text.Append(Scalar(name)).Append(": ").Append(Json(value)).Append('\n');
        text.Append("---\n");
        foreach (var block in document.Blocks) text.Append('\n').Append(Directive(block));
        return text.ToString();
    }

    private static string Directive(Block block)
    {
        if (block.Kept is not null) return Kept(block.Kept);
        var fields = (JsonObject)block.Fields.DeepClone();
        var body = block.Columns is { } columns ? Columns(columns) : TwinBody.Take(block.Type, fields);
        var attributes = new StringBuilder();
        Attribute(attributes, "id", JsonValue.Create(block.Id));
        if (block.Version != 1) Attribute(attributes, "v", JsonValue.Create(block.Version));
        return Fenced(block.Type, Attributes(fields, attributes), body);
    }

    /// <summary>One item inside of its block's directive.</summary>
    /// <param name="fields">What is not said by the body.</param>
    internal static string Item(JsonObject fields, string? body) => Fenced(ItemDirective, Attributes(fields, new StringBuilder()), body);

    private static string Attributes(JsonObject fields, StringBuilder attributes)
    {
        foreach (var (name, value) in fields) Attribute(attributes, name, value);
        return attributes.ToString();
    }

    private static string Columns(IReadOnlyList<IReadOnlyList<Block>> columns)
        => string.Join("\n", columns.Select(column => Fenced(ColumnDirective, "", string.Concat(column.Select(Directive))).TrimEnd('\n')));

    private static string Kept(string json)
    {
        var ticks = new string('`', Math.Max(3, Longest(json, '`') + 1));
        return Fenced(KeptDirective, "", ticks + "json\n" + json + "\n" + ticks);
    }

    /// <summary>The closing fence has as many colons as the opening one, and more than any line inside starts with.</summary>
    private static string Fenced(string name, string attributes, string? body)
    {
        var fence = new string(':', Math.Max(3, Longest(body ?? "", ':') + 1));
        var head = fence + name + (attributes.Length == 0 ? "" : " {" + attributes + "}") + "\n";
        return body is null ? head + fence + "\n" : head + body + "\n" + fence + "\n";
    }

    private static void Attribute(StringBuilder text, string name, JsonNode? value)
    {
        if (text.Length > 0) text.Append(' ');
        text.Append(PlainName().IsMatch(name) ? name : Json(JsonValue.Create(name))).Append('=').Append(Json(value));
    }

    internal static string Json(JsonNode? value)
        => value is null ? "null" : value.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = PageDocument.Encoder });

    private static string Scalar(string text) => PlainScalar().IsMatch(text) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
        ? text
        : Json(JsonValue.Create(text));

    private static int Longest(string text, char mark)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == mark ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName();

    [GeneratedRegex("^[a-z][a-zA-Z-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainScalar();
}
