using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Writers;
using CsCheck;

namespace CapaCitoyenne.Sites.Documents.Tests;

/// <summary>Documents to test with: small named ones, and random ones with everything that has broken a format before.</summary>
internal static class Given
{
    public static readonly BlockCatalog Catalog = BlockCatalog.BuiltIn;

    private static readonly string[] Snippets =
    [
        "", " ", "Nous sommes un collectif.", "## Qui sommes-nous\n\nNous…", "- a\n- b\n", "\n\n", "a\r\nb\rc", ":::", ":::image {id=\"x\"}\nfaux\n:::", "::::::",
        "---\nlang: en\n---\n", "```\ncode\n```", "````json\n{}\n````", "![a](media:1)", "[lien](page:accueil)", "\\", "\\\\[", "a\\", "« 12 € »", "É œ æ Œ", "😀👩‍👩‍👧",
        "{\"a\":1}", "\"", "'", "null", "true", "1.0", "-1e5", "yes", "# titre", "*gras*", "_", "<b>", "&amp;", "\t", "\u2028", "\u0000", "\uFEFF", "a: b", "[", "]", "(", ")", "}", "{id=1}",
        "media:0197f", "page:p1", "https://exemple.fr/a_(b)", "https://exemple.fr/é?a=1&b=2", "\u0085", "\u001f", "x\n:::", "IMG_2041.jpg",
    ];

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    public static readonly Gen<string> Words = Gen.OneOf(
        Pick(Snippets),
        Gen.Select(Pick(Snippets), Pick(Snippets), (a, b) => a + b),
        Gen.Select(Pick(Snippets), Pick(Snippets), (a, b) => a + "\n" + b),
        Gen.String.Where(IsSound));

    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Words.Select(w => (JsonNode?)JsonValue.Create(w)), Gen.Int.Select(i => (JsonNode?)JsonValue.Create(i)), Gen.Bool.Select(b => (JsonNode?)JsonValue.Create(b)), Gen.Const((JsonNode?)null));

    private static readonly Gen<string> Id = Gen.Int[0, 1_000_000].Select(i => "b" + i);

    private static readonly Gen<JsonObject> Extras = Gen.Select(Pick("width", "tone", "until", "Étrange clé", "a=b", "x\"y", "\n"), Scalar, Gen.Bool)
        .Select((name, value, with) => with ? new JsonObject { [name] = value?.DeepClone() } : []);

    private static readonly Gen<Block> Text = Gen.Select(Id, Words, Extras).Select((id, words, extra) => Make(id, BlockTypes.Text, extra, ("markdown", words)));

    private static readonly Gen<Block> Image = Gen.Select(Id, Words, Words, Words, Extras, Gen.Int[0, 4]).Select((id, media, alt, caption, extra, shape) =>
    {
        var fields = (JsonObject)extra.DeepClone();
        if (shape != 0) fields["media"] = shape == 1 ? media : "media:0197f";
        if (shape != 1) fields["alt"] = shape == 2 ? new JsonObject { ["kind"] = "decorative" } : new JsonObject { ["kind"] = "text", ["text"] = alt };
        if (shape != 2) fields["caption"] = caption;
        return Block.Create(id, Catalog.Find(BlockTypes.Image)!, fields);
    });

    private static readonly Gen<Block> Button = Gen.Select(Id, Words, Words, Extras).Select((id, label, target, extra) => Make(id, BlockTypes.Button, extra, ("label", label), ("target", target)));

    private static readonly Gen<Block> Callout = Gen.Select(Id, Words, Words, Extras).Select((id, title, words, extra) => Make(id, BlockTypes.Callout, extra, ("kind", "info"), ("title", title), ("markdown", words)));

    private static readonly Gen<Block> Kept = Gen.Select(Id, Words, Gen.Int[0, 3]).Select((id, words, shape) =>
    {
        var value = JsonValue.Create(words).ToJsonString();
        var json = shape switch
        {
            0 => $$"""{ "type":"agenda",   "id": "{{id}}", "v": 3, "fallback": {{value}} }""",
            1 => $$"""{"id":"{{id}}","type":"text","v":9,"markdown":{{value}}}""",
            2 => $$"""{"id":"{{id}}","id":"twice","type":"text","v":1,"x":"\ud800"}""",
            _ => "[ 1,\n\t2 , " + value + " ]",
        };
        return new DocumentReader(Catalog).ReadBlock(json);
    });

    /// <summary>Any type of the catalogue with fields that are right, wrong, missing or too many.</summary>
    private static readonly Gen<Block> Any = Gen.OneOf([.. Catalog.Definitions.Where(d => d.Type != BlockTypes.Columns).Select(Of)]);

    private static readonly Gen<Block> Leaf = Gen.Frequency((1, Text), (1, Image), (1, Button), (1, Callout), (1, Kept), (5, Any));

    private static Gen<Block> Of(BlockDefinition definition)
        => Gen.Select(Id, definition.Fields.Count == 0 ? Gen.Const(new JsonObject()) : Object(definition.Fields), Extras).Select((id, fields, extra) =>
        {
            var all = (JsonObject)fields.DeepClone();
            foreach (var (name, value) in extra) all[name] = value?.DeepClone();
            return Block.Create(id, definition, all);
        });

    private static Gen<JsonObject> Object(IReadOnlyList<BlockField> fields)
        => Gen.OneOf([.. fields.Select(f => Value(f).Select(v => (f.Name, Value: v)))]).List[0, fields.Count + 1].Select(values =>
        {
            var all = new JsonObject();
            foreach (var (name, value) in values) all[name] = value?.DeepClone();
            return all;
        });

    private static Gen<JsonNode?> Value(BlockField field) => field.Kind switch
    {
        FieldKind.Items => Gen.OneOf(
            Gen.Select(Object(field.Items), Id).Select((item, id) => { var named = (JsonObject)item.DeepClone(); named["id"] = id; return (JsonNode?)named; }).List[0, 4]
                .Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
            Gen.OneOf(Object(field.Items).Select(o => (JsonNode?)o), Scalar).List[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
            Scalar),
        FieldKind.Alt => Gen.OneOf(Words.Select(w => (JsonNode?)new JsonObject { ["kind"] = "text", ["text"] = w }), Gen.Const((JsonNode?)new JsonObject { ["kind"] = "decorative" }), Scalar),
        FieldKind.Media => Gen.OneOf(Gen.Const((JsonNode?)JsonValue.Create("media:0197f")), Scalar),
        FieldKind.Decimal => Gen.OneOf(Gen.Const((JsonNode?)JsonNode.Parse("48.8720")), Scalar),
        _ => Scalar,
    };

    private static readonly Gen<Block> Columns = Gen.Select(Id, Leaf.List[0, 3].List[0, 3], Extras)
        .Select((id, columns, extra) => Block.Create(id, Catalog.Find(BlockTypes.Columns)!, (JsonObject)extra.DeepClone(), [.. columns.Select(c => (IReadOnlyList<Block>)c)]));

    public static readonly Gen<PageDocument> Document = Gen.Select(Pick("fr", "en", "pt-BR", "no", "y", "5"), Gen.Frequency((8, Leaf), (1, Columns)).List[0, 8], Extras)
        .Select((lang, blocks, extra) => new PageDocument(lang, blocks, (JsonObject)extra.DeepClone()));

    /// <summary>Documents whose blocks have different ids, as every stored document has.</summary>
    public static readonly Gen<PageDocument> DistinctDocument = Leaf.Where(b => b.Id.Length > 0 && !b.IsKept).List[1, 8]
        .Select(blocks => new PageDocument("fr", [.. blocks.Select((b, i) => b.WithId("b" + i))]));

    public static PageDocument Markdown(string markdown) => new("fr", [Make("b1", BlockTypes.Text, [], ("markdown", markdown))]);

    public static PageDocument Read(string json) => new DocumentReader(Catalog).Read(json);

    public static PageDocument Page(params string[] blocks) => Read($$"""{"schema":"page/1","lang":"fr","blocks":[{{string.Join(',', blocks)}}]}""");

    public static Block Make(string id, string type, JsonObject extra, params (string Name, string Value)[] fields)
    {
        var all = (JsonObject)extra.DeepClone();
        foreach (var (name, value) in fields) all[name] = value;
        return Block.Create(id, Catalog.Find(type)!, all);
    }

    public static string Write(this PageDocument document, WriterTarget target, IReferenceResolver? references = null)
        => DocumentWriter.Write(document, Context(target, references ?? new Everything()));

    /// <summary>A site where everything that a block may ask for is there.</summary>
    public static WriterContext Context(WriterTarget target, IReferenceResolver? references = null, DateOnly? today = null, bool forMembers = false) => new()
    {
        Target = target, BaseUrl = "https://jardins.example.org", References = references ?? new Everything(), Today = today, ForMembers = forMembers, ShowsFrames = true,
        News = (_, category) => [new("Récolte " + category, "/actualites/recolte", new DateOnly(2026, 11, 21), "Des courges.")],
        Events = (_, category) => [new("Troc " + category, "/agenda/troc", "samedi 5 décembre 2026, 14 h", "2026-12-05T14:00", "Square Villemin", IsCancelled: true, IsOnline: true)],
        Form = urn => urn == "form:0197" ? "<p>formulaire</p>" : null,
    };

    /// <summary>One block of each type and version, by the fixture's name: <c>gallery.v1</c>.</summary>
    public static IReadOnlyDictionary<string, string> Fixtures { get; } = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Blocks"), "*.json")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);

    public static string Fixture(string type) => Fixtures[type + ".v1"];

    /// <summary>A page with every fixture, each block under an id of its own.</summary>
    public static PageDocument EveryBlock() => new("fr", [.. Fixtures.Values.SelectMany(json => Page(json).Blocks).Select((block, i) => block.WithId("f" + i))]);

    private static bool IsSound(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }

    /// <summary>Finds every reference.</summary>
    public sealed class Everything : IReferenceResolver
    {
        public ResolvedLink? Link(string urn) => new("/" + urn.Replace(':', '/'), "Titre") { Summary = "Résumé", Minutes = 10 };

        public ResolvedMedia? Media(string urn) => urn == "media:0199" ? new("/media/abc/o.pdf", 0, 0, "application/pdf", []) { Size = 2_000_000, Title = "statuts" } : new("/media/abc/photo.jpg", 2000, 1500, "image/jpeg",
        [
            new("/media/abc/480.webp", 480, "image/webp"), new("/media/abc/960.webp", 960, "image/webp"),
            new("/media/abc/480.jpg", 480, "image/jpeg"), new("/media/abc/960.jpg", 960, "image/jpeg"),
        ]);
    }
}
