using CapaCitoyenne.Sites.Documents.Blocks;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>
/// The inner part of an HTML mail: one table 600 px wide with one row a block, absolute addresses, no srcset, and inline styles, since
/// mail readers drop style sheets. The mailing module puts it between its own head and foot; the classes <c>ink</c>, <c>panel</c> and
/// <c>button</c> are for its style sheet of dark screens.
/// </summary>
internal sealed class EmailWriter(WriterContext context)
{
    private const string Cell = "padding:8px 28px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.55;color:#1d1d1b";

    /// <summary>Air below a row with a ground of its own; mail programs know no margins of cells.</summary>
    private const string Gap = "<tr><td style=\"height:16px;line-height:16px;font-size:16px\">&nbsp;</td></tr>\n";

    private readonly Html _html = new();
    private readonly HtmlWriter _rows = new(context);

    public string Write(IReadOnlyList<Block> blocks)
    {
        _html.Raw("<table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:600px\">\n");
        WriteRows(blocks);
        _html.Raw("</table>\n");
        return _html.ToString();
    }

    private void WriteRows(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks.Where(context.IsShown))
        {
            // Columns are stacked: half of all mail is read on a phone, and Outlook has no media queries.
            if (block.Columns is { } columns)
            {
                foreach (var column in columns) WriteRows(column);
                continue;
            }
            if (_rows.WriteRow(block) is not { Length: > 0 } content) continue;
            var style = Style(block);
            var isPanel = style.Contains("background", StringComparison.Ordinal);
            _html.Raw("<tr><td").Attr("class", isPanel ? "ink panel" : "ink").Attr("style", style).Raw(">");
            _html.Raw(EmailStyles.Apply(content, _rows.AccentColor)).Raw("</td></tr>\n");
            if (isPanel) _html.Raw(Gap);
        }
    }

    private string Style(Block block)
        => block.IsKept ? Cell
            : BuiltInBlocks.Find(block.Type)?.EmailStyle(_rows.AccentColor) is { } style ? Cell + ";" + style
            : block.Text("tone") is "soft" or "accent" ? Cell + ";padding:20px 28px 4px;background:#f4f1ea"
            : Cell;
}
