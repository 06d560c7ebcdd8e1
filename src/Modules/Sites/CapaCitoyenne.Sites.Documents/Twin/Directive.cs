using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Documents.Twin;

/// <summary>The opening line of a directive: <c>:::image {id="b2" width="wide"}</c>. Values are JSON, so nothing can be said twice.</summary>
internal sealed partial record Directive(string Fence, string Name, JsonObject Attributes)
{
    /// <summary>Null when the line opens no directive.</summary>
    public static Directive? TryOpen(string line)
    {
        var match = Opening().Match(line);
        if (!match.Success) return null;
        var attributes = match.Groups["attributes"].Success ? ReadAttributes(match.Groups["attributes"].Value) : [];
        return attributes is null ? null : new Directive(match.Groups["fence"].Value, match.Groups["name"].Value, attributes);
    }

    private static JsonObject? ReadAttributes(string text)
    {
        var attributes = new JsonObject();
        var rest = text.AsSpan();
        while (!(rest = rest.TrimStart(' ')).IsEmpty)
        {
            if (ReadName(ref rest) is not { } name || rest.IsEmpty || rest[0] != '=') return null;
            rest = rest[1..];
            if (!TryReadValue(ref rest, out var value) || !attributes.TryAdd(name, value)) return null;
        }
        return attributes;
    }

    private static string? ReadName(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '"') return TryReadValue(ref rest, out var quoted) ? (string?)quoted : null;
        var end = rest.IndexOf('=');
        if (end < 1) return null;
        var name = rest[..end].ToString();
        rest = rest[end..];
        return name;
    }

    private static bool TryReadValue(ref ReadOnlySpan<char> rest, out JsonNode? value)
    {
        value = null;
        try
        {
            var bytes = Encoding.UTF8.GetBytes(rest.ToString());
            // Not the last block of input: the value may be followed by anything.
            var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 64 }));
            if (!reader.Read()) return false;
            using var document = JsonDocument.ParseValue(ref reader);
            var raw = document.RootElement.GetRawText();
            value = JsonNode.Parse(raw);
            rest = rest[Encoding.UTF8.GetCharCount(bytes, 0, (int)reader.BytesConsumed)..];
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A(?<fence>:{3,})(?<name>[^\s{:]+)(?: \{(?<attributes>.*)\})?\s*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();
}
