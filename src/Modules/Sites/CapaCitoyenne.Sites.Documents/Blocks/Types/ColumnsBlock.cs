using System.Globalization;
using CapaCitoyenne.Sites.Documents.Writers;

namespace CapaCitoyenne.Sites.Documents.Blocks.Types;

/// <summary>Two or three lists of blocks side by side. In mails the writer stacks them.</summary>
internal sealed class ColumnsBlock : BlockType
{
    public override BlockDefinition Definition { get; } = new(BlockTypes.Columns, [new("columns", FieldKind.Columns) { Required = true }]);

    public override void WriteHtml(Block block, HtmlWriter writer)
    {
        var columns = block.Columns ?? [];
        writer.Open("div", block, string.Create(CultureInfo.InvariantCulture, $"columns-{columns.Count}")).Raw("\n");
        foreach (var column in columns)
        {
            writer.Tag("div", "column").Raw("\n");
            writer.WriteList(column);
            writer.Raw("</div>\n");
        }
        writer.Raw("</div>\n");
    }

    public override string WriteText(Block block, PlainTextWriter writer)
        => string.Join("\n\n", (block.Columns ?? []).Select(column => writer.Write(column).TrimEnd('\n')).Where(text => text.Length > 0));
}
