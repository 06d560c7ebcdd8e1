using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>A list of files to take away.</summary>
internal sealed class FilesBlock : SectionBlock
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Files,
    [
        Title,
        new("items", FieldKind.Items)
        {
            Required = true, Max = 60,
            Items = [new("media", FieldKind.Media) { Required = true, NeededToPublish = true }, new("title", FieldKind.Text) { MaxLength = 200 }],
        },
    ]);

    public override bool HasContent(Block block, WriterContext context) => block.Items().Any(item => DocumentBlock.IsFound(item, context));

    protected override void WriteContent(Block block, string heading, HtmlWriter writer)
        => WriteList(writer, "files", "", block.Items().Where(item => DocumentBlock.IsFound(item, writer.Context))
            .Select<JsonObject, Action>(item => () => DocumentBlock.WriteFile(item, writer)));

    protected override IEnumerable<string?> TextLines(Block block, PlainTextWriter writer)
        => block.Items().Select(item => DocumentBlock.FileText(item, writer)).Where(text => text.Length > 0).Select(writer.Item);
}
