using System.Text;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>One record of the file. <see cref="Cells"/> is null when its quotes never close.</summary>
internal readonly record struct CsvRecord(int LineNumber, string Text, string[]? Cells);

/// <summary>
/// Reads RFC 4180 records from a stream of any length. Our own and not a library's, since a quote that is never closed must cost one
/// line with its number in the report, and not the rest of the file.
/// </summary>
internal sealed class CsvRecordReader(TextReader reader, char separator)
{
    private const int MaxLinesInRecord = 20;
    private readonly Queue<(int Number, string Text)> _returned = new();
    private int _lineNumber;

    /// <summary>The next record that is not blank, or null at the end.</summary>
    public CsvRecord? Read()
    {
        while (NextLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line.Text) || IsSeparatorHint(line)) continue;
            return Complete(line);
        }

        return null;
    }

    private static bool IsSeparatorHint((int Number, string Text) line) =>
        line.Number == 1 && line.Text.Length == 5 && line.Text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private CsvRecord Complete((int Number, string Text) line)
    {
        if (TrySplit(line.Text, out var cells)) return new CsvRecord(line.Number, line.Text, cells);

        var text = new StringBuilder(line.Text);
        var taken = new List<(int, string)>();
        while (taken.Count < MaxLinesInRecord && NextLine() is { } next)
        {
            taken.Add(next);
            text.Append('\n').Append(next.Text);
            if (TrySplit(text.ToString(), out cells)) return new CsvRecord(line.Number, text.ToString(), cells);
        }

        // Never closed: give the following lines back, in front of those that were given back before.
        var waiting = _returned.ToList();
        _returned.Clear();
        foreach (var back in taken.Concat(waiting)) _returned.Enqueue(back);
        return new CsvRecord(line.Number, line.Text, null);
    }

    private (int Number, string Text)? NextLine()
    {
        if (_returned.TryDequeue(out var returned)) return returned;
        return reader.ReadLine() is { } text ? (++_lineNumber, text) : null;
    }

    private bool TrySplit(string text, out string[] cells)
    {
        if (!text.Contains('"', StringComparison.Ordinal))
        {
            cells = text.Split(separator, StringSplitOptions.TrimEntries);
            return true;
        }

        var result = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var wasQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (c == separator)
            {
                result.Add(cell.ToString().Trim());
                cell.Clear();
                wasQuoted = false;
            }
            else if (c == '"' && !wasQuoted && string.IsNullOrWhiteSpace(cell.ToString()))
            {
                // Only a quote that opens the cell quotes it; « Jean "Jeannot" Martin » is plain text.
                cell.Clear();
                quoted = wasQuoted = true;
            }
            else
            {
                cell.Append(c);
            }
        }

        result.Add(cell.ToString().Trim());
        cells = [.. result];
        return !quoted;
    }
}
