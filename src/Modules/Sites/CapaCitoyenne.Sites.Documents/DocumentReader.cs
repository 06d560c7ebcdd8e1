using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Validation;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>
/// Reads <c>page/1</c>. Never throws and never drops: what is not understood is kept as it came, and
/// <see cref="DocumentValidator"/> tells about it. Older blocks are brought to their type's newest version.
/// </summary>
public sealed class DocumentReader(BlockCatalog catalog)
{
    private const int MaxJsonDepth = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxJsonDepth };

    public PageDocument Read(string? json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json ?? "", Options);
            return ReadRoot(parsed.RootElement, json!);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return PageDocument.Unreadable(json ?? "", DocumentIssueCodes.DocumentNotReadable);
        }
    }

    private PageDocument ReadRoot(JsonElement root, string json)
    {
        if (root.ValueKind != JsonValueKind.Object) return PageDocument.Unreadable(json, DocumentIssueCodes.DocumentNotReadable);
        if (!root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.String || schema.GetString() != PageDocument.Schema)
            return PageDocument.Unreadable(json, DocumentIssueCodes.DocumentSchemaUnknown);
        if (!root.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array || ReadAllBut(root, "schema", "blocks") is not { } extra)
            return PageDocument.Unreadable(json, DocumentIssueCodes.DocumentNotReadable);

        var lang = extra["lang"].AsText();
        if (extra.Remove("lang") && lang is null) return PageDocument.Unreadable(json, DocumentIssueCodes.DocumentNotReadable);
        return new PageDocument(lang ?? "fr", ReadList(blocks), extra);
    }

    /// <summary>An object without some properties; null when the rest is not sound. A block that is not must not take what holds it along.</summary>
    private static JsonObject? ReadAllBut(JsonElement root, params string[] without)
    {
        var extra = new JsonObject();
        var names = new HashSet<string>();
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name)) return null;
            if (without.Contains(property.Name)) continue;
            var value = Sound(property.Value.GetRawText(), out var sound);
            if (!sound) return null;
            extra.Add(property.Name, value);
        }
        return extra;
    }

    private List<Block> ReadList(JsonElement array) => [.. array.EnumerateArray().Select(element => ReadBlock(element.GetRawText()))];

    /// <summary>One block from its JSON text.</summary>
    internal Block ReadBlock(string raw)
    {
        if (Sound(raw, out _) is not JsonObject json) return ReadColumnsAround(raw) ?? Block.Keep("", "", 0, raw, KeptReason.Malformed);
        var id = json["id"].AsText();
        var type = json["type"].AsText();
        var version = json["v"] is JsonValue v && v.TryGetValue(out int number) ? number : 0;
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(type) || version < 1)
            return Block.Keep(id ?? "", type ?? "", version, raw, KeptReason.Malformed);
        if (catalog.Find(type) is not { } definition) return Block.Keep(id, type, version, raw, KeptReason.UnknownType);
        if (version > definition.Version) return Block.Keep(id, type, version, raw, KeptReason.NewerVersion);

        foreach (var name in new[] { "id", "type", "v" }) json.Remove(name);
        if (!TryUpgrade(definition, version, ref json)) return Block.Keep(id, type, version, raw, KeptReason.UpgradeFailed);
        if (!definition.Fields.Any(f => f.Kind == FieldKind.Columns)) return Block.Create(id, definition, json);
        return ReadColumns(version == definition.Version ? raw : json.ToJsonString()) is { } columns && json.Remove("columns")
            ? Block.Create(id, definition, json, columns)
            : Block.Keep(id, type, version, raw, KeptReason.Malformed);
    }

    /// <summary>Columns that hold a block which is not sound are still columns.</summary>
    private Block? ReadColumnsAround(string raw)
    {
        try
        {
            using var parsed = JsonDocument.Parse(raw, Options);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object || ReadAllBut(parsed.RootElement, "columns") is not { } json) return null;
            var id = json["id"].AsText();
            if (string.IsNullOrEmpty(id) || catalog.Find(json["type"].AsText() ?? "") is not { } definition) return null;
            if (!definition.Fields.Any(f => f.Kind == FieldKind.Columns) || json["v"] is not JsonValue v || !v.TryGetValue(out int version)) return null;
            if (version != definition.Version || ReadColumns(raw) is not { } columns) return null;
            foreach (var name in new[] { "id", "type", "v" }) json.Remove(name);
            return Block.Create(id, definition, json, columns);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryUpgrade(BlockDefinition definition, int version, ref JsonObject json)
    {
        try
        {
            for (var v = version; v < definition.Version; v++) json = definition.Upgraders[v - 1]((JsonObject)json.DeepClone());
            return json is not null && !json.Any(p => Block.IsStructural(p.Key));
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>Inner blocks are read from their own slice of the text, so that one that is not understood stays byte for byte too.</summary>
    private List<IReadOnlyList<Block>>? ReadColumns(string raw)
    {
        using var parsed = JsonDocument.Parse(raw, Options);
        if (!parsed.RootElement.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Array) return null;
        if (columns.EnumerateArray().Any(column => column.ValueKind != JsonValueKind.Array)) return null;
        return [.. columns.EnumerateArray().Select(ReadList)];
    }

    /// <summary>The JSON as nodes; not sound when names repeat or a text holds half a character (<c>"\ud800"</c>): .NET reads both late, with an exception.</summary>
    private static JsonNode? Sound(string raw, out bool sound)
    {
        sound = true;
        try
        {
            var node = JsonNode.Parse(raw, documentOptions: Options);
            Visit(node);
            return node;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            sound = false;
            return null;
        }
    }

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (_, value) in o) Visit(value);
                break;
            case JsonArray a:
                foreach (var value in a) Visit(value);
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                _ = v.GetValue<string>();
                break;
            default:
                break;
        }
    }
}
