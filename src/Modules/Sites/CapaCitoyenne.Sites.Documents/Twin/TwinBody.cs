using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>
/// The readable inside of a directive, by the fields that its type has: its Markdown, a picture, a link, a file, or one directive an
/// item. What stands there is taken out of the attributes; when reading it back would not give the same fields, it stays in the
/// attributes instead.
/// </summary>
internal sealed partial class TwinBody
{
    private static readonly TwinBody Picture = new(["media", "alt", "caption"], Image, ReadImage);
    private static readonly TwinBody Button = LinkOf("label", "target");
    private static readonly TwinBody File = LinkOf("title", "media");

    private readonly string[] _names;
    private readonly Func<JsonObject, string?> _write;
    private readonly Func<string, JsonObject?> _read;

    private TwinBody(string[] names, Func<JsonObject, string?> write, Func<string, JsonObject?> read)
    {
        _names = names;
        _write = write;
        _read = read;
    }

    /// <summary>The inner text, and <paramref name="fields"/> without what it says; null for a directive without inside.</summary>
    public static string? Take(string type, JsonObject fields) => Of(type)?.Take(fields);

    /// <summary>The fields that an inner text says; null when it has not the shape that this type's inside has.</summary>
    public static JsonObject? Read(string type, string body) => Of(type)?._read(body);

    private string? Take(JsonObject fields)
    {
        if (_write(fields) is not { } body) return null;
        var read = _read(body);
        if (read is null || !_names.All(n => fields.ContainsKey(n) == read.ContainsKey(n) && JsonNode.DeepEquals(fields[n], read[n]))) return null;
        foreach (var name in _names) fields.Remove(name);
        return body;
    }

    /// <summary>Blocks of other modules have their Markdown inside.</summary>
    private static TwinBody? Of(string type) => BuiltInBlocks.Find(type) is { } builtIn ? Of(builtIn.Definition.Fields) : MarkdownOf("markdown");

    private static TwinBody? Of(IReadOnlyList<BlockField> fields)
    {
        bool Has(string name, FieldKind kind) => fields.Any(f => f.Name == name && f.Kind == kind);
        if (fields.FirstOrDefault(f => f.Kind == FieldKind.Items) is { } items) return ItemsOf(items);
        if (fields.FirstOrDefault(f => f.Kind == FieldKind.Markdown) is { } markdown) return MarkdownOf(markdown.Name);
        if (Has("media", FieldKind.Media) && Has("alt", FieldKind.Alt)) return Picture;
        if (Has("label", FieldKind.Text) && Has("target", FieldKind.Link)) return Button;
        return Has("title", FieldKind.Text) && Has("media", FieldKind.Media) ? File : null;
    }

    private static TwinBody MarkdownOf(string name) => new([name], fields => fields[name].AsText(), body => new JsonObject { [name] = body });

    private static TwinBody LinkOf(string label, string target) => new([label, target], fields => Link(fields, label, target), body => ReadLink(body, label, target));

    private static TwinBody ItemsOf(BlockField field)
    {
        var inner = Of(field.Items);
        return new([field.Name], fields => WriteItems(fields[field.Name], inner), body => ReadItems(body, inner) is { } items ? new JsonObject { [field.Name] = items } : null);
    }

    private static string? WriteItems(JsonNode? value, TwinBody? inner)
    {
        if (value is not JsonArray { Count: > 0 } items || !items.All(item => item is JsonObject)) return null;
        return string.Join('\n', items.Select(item =>
        {
            var fields = (JsonObject)item!.DeepClone();
            var body = inner?.Take(fields);
            return TwinWriter.Item(fields, body);
        })).TrimEnd('\n');
    }

    /// <summary>An item that is written without an id, as by hand, gets one.</summary>
    private static JsonArray? ReadItems(string body, TwinBody? inner)
    {
        var items = new List<JsonObject>();
        var lines = body.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            if (Directive.TryOpen(lines[i]) is not { Name: TwinWriter.ItemDirective } head) return null;
            var end = Array.IndexOf(lines, head.Fence, i + 1);
            if (end < 0) return null;
            var item = head.Attributes;
            if (end > i + 1)
            {
                if (inner?._read(string.Join('\n', lines[(i + 1)..end])) is not { } fields) return null;
                foreach (var (name, value) in fields) item.TryAdd(name, value?.DeepClone());
            }
            items.Add(item);
            i = end;
        }
        var taken = items.Select(item => item.Text("id")).OfType<string>().ToHashSet();
        foreach (var item in items.Where(item => !item.ContainsKey("id"))) item.Insert(0, "id", TwinReader.NextId(taken, "i"));
        return [.. items];
    }

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

    private static string? Link(JsonObject fields, string label, string target)
        => fields.Text(label) is { } words && fields.Text(target) is { } address ? "[" + Escape(words) + "](" + address + ")" : null;

    private static JsonObject? ReadLink(string body, string label, string target)
    {
        var match = LinkLine().Match(body);
        return match.Success ? new JsonObject { [label] = Unescape(match.Groups["label"].Value), [target] = match.Groups["target"].Value } : null;
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
