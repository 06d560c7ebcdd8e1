using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>A document with one block of every type that the catalogue has, all fields filled in.</summary>
internal static class EveryBlock
{
    private const string Prose = "Un **mot**, [un lien](https://exemple.fr), une liste :\n\n- un\n- deux\n\n:::faux\n../medias/x.jpg";

    public static string Document(BlockCatalog catalog, string mediaUrn, string pageUrn, string formUrn)
    {
        var next = 0;
        JsonObject Block(BlockDefinition definition, bool isInner)
        {
            var block = new JsonObject { ["id"] = "b" + ++next, ["type"] = definition.Type, ["v"] = definition.Version };
            foreach (var field in definition.Fields.Concat(isInner ? [] : BlockCatalog.Common.Where(field => field.Name != "audience")))
            {
                if (field.Kind == FieldKind.Columns) block[field.Name] = new JsonArray(new JsonArray(Block(catalog.Find(BlockTypes.Text)!, true)), new JsonArray(Block(catalog.Find(BlockTypes.Image)!, true)));
                else if (Value(field, definition.Type, mediaUrn, pageUrn) is { } value) block[field.Name] = value;
            }
            return block;
        }
        var blocks = new JsonArray([.. catalog.Definitions.Select(definition => Block(definition, false))]);
        foreach (var form in blocks.Where(block => block!["type"]!.ToString() == "form")) form!["form"] = formUrn;
        return new JsonObject { ["schema"] = PageDocument.Schema, ["lang"] = "fr", ["blocks"] = blocks }.ToJsonString();
    }

    private static JsonNode? Value(BlockField field, string type, string mediaUrn, string pageUrn) => field.Kind switch
    {
        FieldKind.Markdown => Prose + "\n\n![Le quai](" + mediaUrn + ") et [une page](" + pageUrn + ").",
        FieldKind.Text => "Un texte « simple » & " + field.Name,
        FieldKind.Choice => field.Values[0],
        FieldKind.Integer => Math.Max(1, field.Min),
        FieldKind.Boolean => true,
        FieldKind.Date => "2099-01-31",
        FieldKind.Media => mediaUrn,
        FieldKind.Link => pageUrn,
        FieldKind.Decimal => 2,
        FieldKind.Email => "bonjour@exemple.fr",
        FieldKind.Video => "https://vimeo.com/76979871",
        FieldKind.Reference => field.Values.Count == 0 ? pageUrn : field.Values[0] + ":demo",
        FieldKind.Items => new JsonArray([.. Enumerable.Range(1, 2).Select(i => (JsonNode)Item(field, i, type, mediaUrn, pageUrn))]),
        FieldKind.Alt => new JsonObject { ["kind"] = "text", ["text"] = "Le quai [au soir]" },
        _ => null,
    };

    private static JsonObject Item(BlockField field, int number, string type, string mediaUrn, string pageUrn)
    {
        var item = new JsonObject { ["id"] = "i" + number };
        foreach (var inner in field.Items)
            if (Value(inner, type, mediaUrn, pageUrn) is { } value) item[inner.Name] = value;
        return item;
    }
}
