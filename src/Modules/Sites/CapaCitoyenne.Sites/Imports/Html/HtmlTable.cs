using System.Globalization;
using AngleSharp.Dom;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Tables: those with one line of text in each cell become Markdown tables; others (old layouts) one paragraph a cell.</summary>
internal static class HtmlTable
{
    private const int MaxColumns = 20;

    public static void Add(IElement table, HtmlConverter converter, List<Piece> pieces, int depth)
    {
        if (table.QuerySelector("caption") is { } caption)
        {
            if (converter.ConvertToMarkdown(caption, depth) is { Length: > 0 } words) pieces.Add(new Prose(words));
            caption.Remove();
        }
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").SelectMany(cell => Cells(cell, converter, depth)).ToList())
            .Where(cells => cells.Count > 0).ToList();
        if (rows.Count == 0) return;
        var width = rows.Max(cells => cells.Count);
        if (width is 1 or > MaxColumns || rows.Any(cells => cells.Any(cell => cell.Contains('\n', StringComparison.Ordinal))))
        {
            pieces.AddRange(rows.SelectMany(cells => cells).Where(cell => cell.Length > 0).Select(cell => new Prose(cell)));
            return;
        }
        var lines = new List<string> { Line(rows[0], width), "|" + string.Concat(Enumerable.Repeat(" --- |", width)) };
        lines.AddRange(rows.Skip(1).Select(cells => Line(cells, width)));
        pieces.Add(new Prose(string.Join('\n', lines)));
    }

    private static IEnumerable<string> Cells(IElement cell, HtmlConverter converter, int depth)
    {
        var text = converter.ConvertToMarkdown(cell, depth);
        // One paragraph, its line breaks as spaces; what starts with a mark of its own is no line of text.
        if (!text.Contains("\n\n", StringComparison.Ordinal) && !text.StartsWith("- ", StringComparison.Ordinal) && !text.StartsWith("> ", StringComparison.Ordinal) && !text.StartsWith("```", StringComparison.Ordinal) && !text.StartsWith('#'))
            text = text.Replace("\\\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        yield return text;
        var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var wide) ? Math.Clamp(wide, 1, MaxColumns) : 1;
        for (var i = 1; i < span; i++) yield return "";
    }

    private static string Line(List<string> cells, int width)
        => "| " + string.Join(" | ", cells.Concat(Enumerable.Repeat("", width - cells.Count))) + " |";
}
