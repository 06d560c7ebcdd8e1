using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Takes what nobody sees out of one-line texts and addresses: the tab of a spreadsheet's cell, the end of a copied line, a null.</summary>
public static class DocumentCleaner
{
    /// <summary>The same document when there is nothing to clean.</summary>
    public static PageDocument Clean(PageDocument document, BlockCatalog catalog)
        => document.AllBlocks().Any(block => Places(block, block.Fields, catalog).Any()) ? document.Select(block => Clean(block, catalog)) : document;

    private static Block Clean(Block block, BlockCatalog catalog)
    {
        var fields = (JsonObject)block.Fields.DeepClone();
        var places = Places(block, fields, catalog).ToList();
        foreach (var (holder, name) in places) holder[name] = Clean(holder.Text(name)!);
        return places.Count == 0 ? block : block.WithFields(fields);
    }

    private static string Clean(string text)
        => string.Concat(text.Where(c => !char.IsControl(c) || char.IsWhiteSpace(c)).Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static IEnumerable<(JsonObject Holder, string Name)> Places(Block block, JsonObject fields, BlockCatalog catalog)
        => block.IsKept || catalog.Find(block.Type) is not { } definition ? [] : Places(fields, definition.Fields);

    private static IEnumerable<(JsonObject Holder, string Name)> Places(JsonObject values, IReadOnlyList<BlockField> fields)
        => fields.SelectMany(field => field.Kind switch
        {
            FieldKind.Text or FieldKind.Link or FieldKind.Email or FieldKind.Video => Place(values, field.Name),
            FieldKind.Alt when values[field.Name] is JsonObject alt => Place(alt, "text"),
            FieldKind.Items when values[field.Name] is JsonArray items => items.OfType<JsonObject>().SelectMany(item => Places(item, field.Items)),
            _ => [],
        });

    private static IEnumerable<(JsonObject Holder, string Name)> Place(JsonObject values, string name)
        => values.Text(name)?.Any(char.IsControl) == true ? [(values, name)] : [];
}
