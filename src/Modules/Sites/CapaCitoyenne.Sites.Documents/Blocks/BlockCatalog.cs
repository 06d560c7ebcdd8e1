namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>The block types that a document may use. Immutable; other modules' types are added with <see cref="With"/>.</summary>
public sealed class BlockCatalog
{
    private static readonly BlockField[] CommonFields =
    [
        new("width", FieldKind.Choice) { Values = ["text", "wide", "full"] },
        new("tone", FieldKind.Choice) { Values = ["plain", "soft", "accent"] },
        new("audience", FieldKind.Choice) { Values = ["public", "members"] },
        new("until", FieldKind.Date),
    ];

    private readonly Dictionary<string, BlockDefinition> _definitions;

    private BlockCatalog(IEnumerable<BlockDefinition> definitions) => _definitions = definitions.ToDictionary(d => d.Type);

    /// <summary>Fields that every block has besides <c>id</c>, <c>type</c> and <c>v</c>.</summary>
    public static IReadOnlyList<BlockField> Common => CommonFields;

    /// <summary>The types that this library writes itself.</summary>
    public static BlockCatalog BuiltIn { get; } = new(BuiltInBlocks.All.Select(type => type.Definition));

    public IEnumerable<BlockDefinition> Definitions => _definitions.Values;

    public BlockDefinition? Find(string type) => _definitions.GetValueOrDefault(type);

    /// <exception cref="ArgumentException">Two definitions have the same type.</exception>
    public BlockCatalog With(IEnumerable<BlockDefinition> more) => new(_definitions.Values.Concat(more));
}
