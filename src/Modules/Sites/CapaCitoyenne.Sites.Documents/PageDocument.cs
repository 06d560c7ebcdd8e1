using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>A document in the format <c>page/1</c>: one ordered, shallow list of blocks. Treat as immutable.</summary>
public sealed class PageDocument
{
    public const string Schema = "page/1";

    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, MaxDepth = 128 };

    public PageDocument(string lang, IReadOnlyList<Block> blocks, JsonObject? extra = null)
    {
        Lang = lang;
        Blocks = blocks;
        Extra = extra ?? [];
    }

    /// <summary>BCP 47 tag of the text's language.</summary>
    public string Lang { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Properties of the document that this version does not know. Kept; refused by validation.</summary>
    public JsonObject Extra { get; }

    /// <summary>The whole text as it came, when it is no <c>page/1</c> document; it is what gets written back.</summary>
    public string? Verbatim { get; private init; }

    /// <summary>Why <see cref="Verbatim"/> is set: an error code of <see cref="Validation.DocumentIssueCodes"/>.</summary>
    public string? VerbatimReason { get; private init; }

    public static PageDocument Unreadable(string text, string reason)
        => new("fr", []) { Verbatim = text, VerbatimReason = reason };

    /// <summary>All blocks, those inside columns after the block that holds them.</summary>
    public IEnumerable<Block> AllBlocks() => Flatten(Blocks);

    /// <summary>The document with some of its blocks; those inside columns are asked for too.</summary>
    public PageDocument Only(Func<Block, bool> isWanted) => AllBlocks().All(isWanted) ? this : new PageDocument(Lang, Only(Blocks, isWanted), Extra);

    /// <summary>The document with each block, those inside columns too, as the function makes it.</summary>
    internal PageDocument Select(Func<Block, Block> change) => Verbatim is null ? new(Lang, Select(Blocks, change), Extra) : this;

    public bool ContentEquals(PageDocument other)
        => Verbatim == other.Verbatim && Lang == other.Lang && JsonNode.DeepEquals(Extra, other.Extra) && Block.ListEquals(Blocks, other.Blocks);

    /// <summary>The document as JSON. Blocks that were not understood come back byte for byte.</summary>
    public string ToJson()
    {
        if (Verbatim is not null) return Verbatim;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", Schema);
            writer.WriteString("lang", Lang);
            foreach (var (name, value) in Extra)
            {
                writer.WritePropertyName(name);
                if (value is null) writer.WriteNullValue();
                else value.WriteTo(writer);
            }
            writer.WriteStartArray("blocks");
            foreach (var block in Blocks) block.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IReadOnlyList<Block> Only(IEnumerable<Block> blocks, Func<Block, bool> isWanted)
        => [.. blocks.Where(isWanted).Select(block => block.Columns is null ? block : block.WithColumns([.. block.Columns.Select(column => Only(column, isWanted))]))];

    private static IReadOnlyList<Block> Select(IEnumerable<Block> blocks, Func<Block, Block> change)
        => [.. blocks.Select(block => change(block.Columns is null ? block : block.WithColumns([.. block.Columns.Select(column => Select(column, change))])))];

    private static IEnumerable<Block> Flatten(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
            foreach (var inner in Flatten(block.Columns?.SelectMany(c => c) ?? [])) yield return inner;
        }
    }
}
