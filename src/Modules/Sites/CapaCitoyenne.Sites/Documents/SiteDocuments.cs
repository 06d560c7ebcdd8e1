using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Documents.Validation;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>The document library with the block types of all modules that are here.</summary>
internal sealed class SiteDocuments : ISingletonDependency
{
    /// <summary>Publisher, address, host: written from the association's profile, so that it is right after a hand-over too.</summary>
    public const string LegalNoticeType = "legal-notice";

    /// <summary>What the association states about the accessibility of its site.</summary>
    public const string AccessibilityType = "accessibility-statement";

    /// <summary>What is done with data of people, as the modules tell it.</summary>
    public const string DataUsesType = "data-uses";

    private readonly DocumentReader _reader;
    private readonly DocumentValidator _validator;
    private readonly TwinReader _twin;
    private readonly Dictionary<string, IBlockRenderer> _renderers;

    public SiteDocuments(IEnumerable<IBlockRenderer> renderers)
    {
        _renderers = renderers.ToDictionary(renderer => renderer.Type);
        Catalog = BlockCatalog.BuiltIn
            .With([new BlockDefinition(LegalNoticeType, []), new BlockDefinition(AccessibilityType, []), new BlockDefinition(DataUsesType, [])])
            .With(_renderers.Values.Select(renderer => new BlockDefinition(renderer.Type, [.. renderer.Fields.Select(ToField)])));
        _reader = new DocumentReader(Catalog);
        _validator = new DocumentValidator(Catalog);
        _twin = new TwinReader(Catalog);
    }

    public BlockCatalog Catalog { get; }

    public IBlockRenderer? FindRenderer(string type) => _renderers.GetValueOrDefault(type);

    public PageDocument Read(string json) => DocumentCleaner.Clean(_reader.Read(json), Catalog);

    public PageDocument ReadTwin(string text) => _twin.Read(text);

    public TwinSource ReadSource(string text) => _twin.ReadSource(text);

    public IReadOnlyList<Validation.DocumentIssue> Validate(PageDocument document) => _validator.Validate(document);

    public static string Empty(string lang) => new PageDocument(lang, []).ToJson();

    private static BlockField ToField(BlockRendererField field) => new(field.Name, field.Kind switch
    {
        BlockRendererFieldKind.Markdown => FieldKind.Markdown,
        BlockRendererFieldKind.Integer => FieldKind.Integer,
        BlockRendererFieldKind.Boolean => FieldKind.Boolean,
        BlockRendererFieldKind.Reference => FieldKind.Reference,
        _ => FieldKind.Text,
    })
    {
        Required = field.Required,
        MaxLength = field.MaxLength,
    };
}
