using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Makes a <c>page/1</c> document of pieces: prose that follows prose becomes one text block, within the limits of the format.</summary>
internal sealed class DocumentAssembler
{
    // Room for what an editor adds later.
    private const int MaxTextBytes = DocumentLimits.MarkdownBytes - 2048;

    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _next;

    public static string Assemble(string lang, IEnumerable<Piece> pieces)
    {
        var assembler = new DocumentAssembler();
        var blocks = assembler.Blocks(pieces);
        return new JsonObject { ["schema"] = PageDocument.Schema, ["lang"] = lang, ["blocks"] = blocks }
            .ToJsonString(Json);
    }

    private JsonArray Blocks(IEnumerable<Piece> pieces)
    {
        var blocks = new JsonArray();
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (piece is Prose prose)
            {
                foreach (var part in Parts(prose.Markdown))
                {
                    if (text.Length > 0 && Encoding.UTF8.GetByteCount(part) + Encoding.UTF8.GetByteCount(text.ToString()) > MaxTextBytes) AddText(text, blocks);
                    if (text.Length > 0) text.Append("\n\n");
                    text.Append(part);
                }
                continue;
            }
            AddText(text, blocks);
            blocks.Add(Block((BlockPiece)piece));
        }
        AddText(text, blocks);
        return blocks;
    }

    private void AddText(StringBuilder text, JsonArray blocks)
    {
        if (text.Length == 0) return;
        blocks.Add(Head(BlockTypes.Text, new JsonObject { ["markdown"] = text.ToString() }));
        text.Clear();
    }

    private JsonObject Block(BlockPiece piece)
    {
        var block = Head(piece.Type, (JsonObject)piece.Fields.DeepClone());
        if (piece.Columns is { } columns) block["columns"] = new JsonArray([.. columns.Select(Blocks)]);
        if (block["items"] is JsonArray items)
        {
            // Each item has a stable id, like blocks.
            for (var i = 0; i < items.Count; i++) ((JsonObject)items[i]!).Insert(0, "id", "i" + (i + 1).ToString(CultureInfo.InvariantCulture));
        }
        return block;
    }

    private JsonObject Head(string type, JsonObject fields)
    {
        var block = new JsonObject { ["id"] = "b" + (++_next).ToString(CultureInfo.InvariantCulture), ["type"] = type, ["v"] = 1 };
        foreach (var (name, value) in fields) block[name] = value?.DeepClone();
        return block;
    }

    /// <summary>One paragraph that is longer than a field may be is cut at line ends, at last between words.</summary>
    private static IEnumerable<string> Parts(string markdown)
    {
        while (Encoding.UTF8.GetByteCount(markdown) > MaxTextBytes)
        {
            // Characters take three bytes at most, surrogates four in two.
            var end = MaxTextBytes / 3;
            var cut = markdown.LastIndexOf('\n', end);
            if (cut < end / 2) cut = markdown.LastIndexOf(' ', end);
            if (cut < end / 2) cut = char.IsHighSurrogate(markdown[end - 1]) ? end - 1 : end;
            yield return markdown[..cut].TrimEnd();
            markdown = markdown[cut..].TrimStart();
        }
        if (markdown.Length > 0) yield return markdown;
    }
}
