using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>A pause between two parts.</summary>
internal sealed class SeparatorBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Separator, [new("style", FieldKind.Choice) { Values = ["line", "space"] }]);

    public override void WriteHtml(Block block, HtmlWriter writer) => writer.Open("hr", block, "separator-" + (block.Text("style") == "space" ? "space" : "line")).Raw("\n");

    public override string WriteText(Block block, PlainTextWriter writer) => "---";
}
