using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;

namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>Why a block is kept as it came instead of being understood.</summary>
public enum KeptReason
{
    /// <summary>No module offers this type here (any more).</summary>
    UnknownType,

    /// <summary>Written by a newer version of the product.</summary>
    NewerVersion,

    /// <summary>An upgrader failed.</summary>
    UpgradeFailed,

    /// <summary>Not an object with <c>id</c>, <c>type</c> and <c>v</c>, or not sound JSON inside (repeated names, broken characters).</summary>
    Malformed,
}

/// <summary>One block. Either understood (<see cref="Fields"/>) or kept verbatim (<see cref="Kept"/>). Treat as immutable.</summary>
public sealed class Block
{
    /// <summary>The field of a block's own prose.</summary>
    public const string ProseField = "markdown";

    private static readonly HashSet<string> Structural = ["id", "type", "v"];

    private readonly Lazy<MarkdownDocument?> _prose;
    private JsonObject? _said;

    private Block(string id, string type, int version)
    {
        Id = id;
        Type = type;
        Version = version;
        _prose = new(() => Text(ProseField) is { } markdown ? MarkdownProfile.TryParse(markdown, out _) : null);
    }

    public string Id { get; }

    public string Type { get; }

    public int Version { get; }

    /// <summary>Every field except id, type, v and columns. Empty when the block is kept verbatim.</summary>
    public JsonObject Fields { get; private init; } = [];

    /// <summary>The inner blocks of a <c>columns</c> block.</summary>
    public IReadOnlyList<IReadOnlyList<Block>>? Columns { get; private init; }

    /// <summary>The block's JSON exactly as it was read, when it is not understood.</summary>
    public string? Kept { get; private init; }

    public KeptReason? Reason { get; private init; }

    public bool IsKept => Kept is not null;

    public static Block Create(string id, BlockDefinition definition, JsonObject fields, IReadOnlyList<IReadOnlyList<Block>>? columns = null)
        => new(id, definition.Type, definition.Version) { Fields = fields, Columns = columns };

    public static Block Keep(string id, string type, int version, string json, KeptReason reason)
        => new(id, type, version) { Kept = json, Reason = reason };

    /// <summary>A field's text, or null when it is missing or no text.</summary>
    public string? Text(string name) => Fields.Text(name);

    /// <summary>The syntax tree of the block's own prose, parsed once; null when there is none, or none that the profile takes.</summary>
    internal MarkdownDocument? Prose => _prose.Value;

    public int? Number(string name) => Fields[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>The text alternative; null when none is given and the picture is not marked as decorative.</summary>
    public string? Alt => Fields.Alt();

    /// <summary>The objects of a field of <see cref="FieldKind.Items"/>; what is no object is left out.</summary>
    public IEnumerable<JsonObject> Items(string name = "items") => Fields[name] is JsonArray items ? items.OfType<JsonObject>() : [];

    /// <summary>The block's properties, understood or not; none when it is malformed, which nobody sees.</summary>
    internal JsonObject Said => Kept is null ? Fields : _said ??= Reason == KeptReason.Malformed ? [] : (JsonObject)JsonNode.Parse(Kept)!;

    /// <summary>Whether only members see the block. An audience that this version does not know is not everybody.</summary>
    public bool IsForMembers => Said["audience"] is { } audience && audience.AsText() != "public";

    /// <summary>Whether readers see the block on that day (the block hides itself after <c>until</c>).</summary>
    public bool IsShownOn(DateOnly day)
        => !DateOnly.TryParseExact(Said.Text("until"), "yyyy-MM-dd", out var until) || day <= until;

    /// <summary>The same block under another id.</summary>
    public Block WithId(string id) => new(id, Type, Version) { Fields = Fields, Columns = Columns, Kept = Kept, Reason = Reason };

    public Block WithFields(JsonObject fields) => new(Id, Type, Version) { Fields = fields, Columns = Columns };

    public Block WithColumns(IReadOnlyList<IReadOnlyList<Block>> columns)
        => new(Id, Type, Version) { Fields = Fields, Columns = columns, Kept = Kept, Reason = Reason };

    /// <summary>Same content. The order of the fields does not count; a kept block is compared as text.</summary>
    public bool ContentEquals(Block other)
    {
        if (IsKept || other.IsKept) return Kept == other.Kept;
        return Id == other.Id && Type == other.Type && Version == other.Version
            && JsonNode.DeepEquals(Fields, other.Fields)
            && (Columns is null) == (other.Columns is null)
            && (Columns is null || (Columns.Count == other.Columns!.Count
                && Columns.Zip(other.Columns!, (a, b) => ListEquals(a, b)).All(equal => equal)));
    }

    public static bool ListEquals(IReadOnlyList<Block> left, IReadOnlyList<Block> right)
        => left.Count == right.Count && left.Zip(right, (a, b) => a.ContentEquals(b)).All(equal => equal);

    /// <summary>The block alone, as JSON.</summary>
    public string ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = PageDocument.Encoder, MaxDepth = 128 })) WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static bool IsStructural(string name) => Structural.Contains(name);

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (Kept is not null)
        {
            writer.WriteRawValue(Kept, skipInputValidation: true);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("type", Type);
        writer.WriteNumber("v", Version);
        foreach (var (name, value) in Fields)
        {
            writer.WritePropertyName(name);
            if (value is null) writer.WriteNullValue();
            else value.WriteTo(writer);
        }
        if (Columns is not null)
        {
            writer.WriteStartArray("columns");
            foreach (var column in Columns)
            {
                writer.WriteStartArray();
                foreach (var block in column) block.WriteTo(writer);
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }
}

/// <summary>Short ways to read JSON nodes.</summary>
public static class JsonNodeExtensions
{
    /// <summary>The text of a node; null when it is none.</summary>
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A field's text, or null when it is missing or no text.</summary>
    public static string? Text(this JsonObject fields, string name) => fields[name].AsText();

    /// <summary>The text alternative in the field <c>alt</c>: empty for a decorative picture, null when none is given.</summary>
    public static string? Alt(this JsonObject fields) => fields["alt"] is JsonObject alt
        ? alt["kind"].AsText() switch
        {
            "decorative" => "",
            "text" => alt["text"].AsText()?.Trim() is { Length: > 0 } text ? text : null,
            _ => null,
        }
        : null;
}
