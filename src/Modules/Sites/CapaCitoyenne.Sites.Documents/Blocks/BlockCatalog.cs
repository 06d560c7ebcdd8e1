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

    public static BlockCatalog BuiltIn { get; } = new(
    [
        new BlockDefinition(BlockTypes.Text, [new("markdown", FieldKind.Markdown) { Required = true }]),
        new BlockDefinition(BlockTypes.Image,
        [
            new("media", FieldKind.Media) { Required = true, NeededToPublish = true },
            new("alt", FieldKind.Alt) { Required = true, NeededToPublish = true },
            new("caption", FieldKind.Text) { MaxLength = 500 },
            new("link", FieldKind.Link) { MaxLength = 2000 },
        ]),
        new BlockDefinition(BlockTypes.Button,
        [
            new("label", FieldKind.Text) { Required = true, NeededToPublish = true, MaxLength = 120 },
            new("target", FieldKind.Link) { Required = true, NeededToPublish = true, MaxLength = 2000 },
            new("emphasis", FieldKind.Choice) { Values = ["primary", "secondary"] },
        ]),
        new BlockDefinition(BlockTypes.Columns, [new("columns", FieldKind.Columns) { Required = true }]),
        new BlockDefinition(BlockTypes.Callout,
        [
            new("kind", FieldKind.Choice) { Required = true, Values = ["info", "success", "warning"] },
            new("title", FieldKind.Text) { MaxLength = 200 },
            new("markdown", FieldKind.Markdown) { Required = true },
        ]),
        new BlockDefinition(BlockTypes.News,
        [
            new("title", FieldKind.Text) { MaxLength = 200 },
            new("max", FieldKind.Integer) { Required = true, Min = 1, Max = 12 },
        ]),
    ]);

    public IEnumerable<BlockDefinition> Definitions => _definitions.Values;

    public BlockDefinition? Find(string type) => _definitions.GetValueOrDefault(type);

    /// <exception cref="ArgumentException">Two definitions have the same type.</exception>
    public BlockCatalog With(IEnumerable<BlockDefinition> more) => new(_definitions.Values.Concat(more));
}

/// <summary>The block types that this library writes itself.</summary>
public static class BlockTypes
{
    public const string Text = "text";
    public const string Image = "image";
    public const string Button = "button";
    public const string Columns = "columns";
    public const string Callout = "callout";
    public const string News = "news";
}
