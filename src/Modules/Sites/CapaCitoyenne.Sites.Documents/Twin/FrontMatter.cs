using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>The YAML between the first two lines of three dashes.</summary>
internal static partial class FrontMatter
{
    private const int MaxLength = 64 * 1024;
    private const int MaxDepth = 64;

    private const int MaxNodes = 5000;

    /// <summary>Null when there is none or it cannot be read; the text then belongs to the content.</summary>
    /// <param name="start">Where the content begins.</param>
    public static JsonObject? Read(string text, out int start)
    {
        start = 0;
        if (!text.StartsWith("---\n", StringComparison.Ordinal)) return null;
        var end = text.IndexOf("\n---\n", 3, StringComparison.Ordinal);
        if (end < 0 || end > MaxLength) return null;
        var yaml = text[3..(end + 1)];
        try
        {
            if (!IsShallow(yaml)) return null;
            var stream = new YamlStream();
            var nodes = 0;
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count > 0 && ToJson(stream.Documents[0].RootNode, 0, ref nodes) is JsonObject read)
            {
                start = end + 5;
                return read;
            }
        }
        catch (Exception e) when (e is YamlException or JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            return null;
        }
        return null;
    }

    /// <summary>
    /// Building the tree descends once a level, and no limit of the library ends that: sixty thousand brackets would end the process, and aliases let a
    /// small file name the same branch a billion times. Events come without.
    /// </summary>
    private static bool IsShallow(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MaxDepth || parser.Current is AnchorAlias) return false;
        }
        return true;
    }

    private static JsonNode? ToJson(YamlNode node, int depth, ref int nodes)
    {
        if (depth > MaxDepth || ++nodes > MaxNodes) throw new FormatException();
        switch (node)
        {
            case YamlMappingNode mapping:
                var fields = new JsonObject();
                foreach (var (name, value) in mapping.Children) fields[(name as YamlScalarNode ?? throw new FormatException()).Value ?? ""] = ToJson(value, depth + 1, ref nodes);
                return fields;
            case YamlSequenceNode sequence:
                var items = new JsonArray();
                foreach (var child in sequence.Children) items.Add(ToJson(child, depth + 1, ref nodes));
                return items;
            case YamlScalarNode { Style: ScalarStyle.Plain } plain when JsonLiteral().IsMatch(plain.Value ?? ""):
                return JsonNode.Parse(plain.Value!);
            case YamlScalarNode scalar:
                return JsonValue.Create(scalar.Value ?? "");
            default:
                throw new FormatException();
        }
    }

    [GeneratedRegex(@"\A(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonLiteral();
}
