using CapaCitoyenne.Sites.Documents.Blocks.Types;

namespace CapaCitoyenne.Sites.Documents.Blocks;

/// <summary>The block types of this library, in the order of the editor's menu.</summary>
internal static class BuiltInBlocks
{
    public static readonly IReadOnlyList<BlockType> All =
    [
        new TextBlock(), new ImageBlock(), new GalleryBlock(), new ButtonBlock(), new DocumentBlock(), new VideoBlock(), new MapBlock(), new AgendaBlock(),
        new NewsBlock(), new FormBlock(), new ColumnsBlock(), new CalloutBlock(),
        new QuoteBlock(), new FaqBlock(), new TeamBlock(), new PartnersBlock(), new FiguresBlock(), new StepsBlock(), new TocBlock(), new SeparatorBlock(),
        new FilesBlock(), new CommitmentsBlock(), new CoursesBlock(), new GuidesBlock(),
    ];

    private static readonly Dictionary<string, BlockType> ByName = All.ToDictionary(type => type.Definition.Type);

    public static BlockType? Find(string type) => ByName.GetValueOrDefault(type);
}
