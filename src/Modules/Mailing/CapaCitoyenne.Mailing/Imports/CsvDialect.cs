using System.Text;
using System.Text.Unicode;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>How a file of unknown origin is written: guessed from its bytes, shown to the person, never asked for.</summary>
internal sealed record CsvDialect(string EncodingName, char Separator, bool HasHeader)
{
    private const int SampleRecords = 50;
    private static readonly char[] Separators = [';', ',', '\t', '|'];

    public Encoding Encoding => GetEncoding(EncodingName);

    public static Encoding GetEncoding(string name) => name == "windows-1252"
        ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
        : Encoding.GetEncoding(name);

    /// <summary>Reads the stream to its end for the encoding, and its first records for the rest. The stream must be seekable.</summary>
    public static async Task<CsvDialect> GuessAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        var encoding = await GuessEncodingAsync(stream, cancellationToken);
        stream.Position = 0;
        using var reader = new StreamReader(stream, GetEncoding(encoding), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var head = new char[64 * 1024];
        var length = await reader.ReadBlockAsync(head, cancellationToken);
        var text = new string(head, 0, length);
        var separator = GuessSeparator(text);
        return new CsvDialect(encoding, separator, GuessHeader(text, separator));
    }

    internal static char GuessSeparator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && Separators.Contains(text[4])) return text[4];

        var best = ';';
        var bestScore = 0.0;
        foreach (var candidate in Separators)
        {
            var widths = Sample(text, candidate).Select(r => r.Length).ToList();
            if (widths.Count == 0) continue;
            var usual = widths.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
            // A separator that gives the same number of cells on every line beats one that gives many cells on some.
            var score = usual.Key < 2 ? 0 : (double)usual.Count() / widths.Count * 100 + Math.Min(usual.Key, 50);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    private static bool GuessHeader(string text, char separator)
    {
        var first = Sample(text, separator).FirstOrDefault();
        return first is not null && !Array.Exists(first, cell => Contacts.EmailAddress.TryParse(cell, out _));
    }

    private static IEnumerable<string[]> Sample(string text, char separator)
    {
        using var reader = new StringReader(text);
        var records = new CsvRecordReader(reader, separator);
        var count = 0;
        while (count++ < SampleRecords && records.Read() is { } record)
        {
            if (record.Cells is { } cells) yield return cells;
        }
    }

    private static async Task<string> GuessEncodingAsync(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        var first = true;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(kept), cancellationToken);
            var length = kept + read;
            if (first)
            {
                if (length >= 2 && buffer[0] == 0xFF && buffer[1] == 0xFE) return "utf-16";
                if (length >= 2 && buffer[0] == 0xFE && buffer[1] == 0xFF) return "utf-16BE";
                first = false;
            }

            if (read == 0) return Utf8.IsValid(buffer.AsSpan(0, kept)) ? "utf-8" : "windows-1252";

            // A character may be cut at the end of the buffer: its bytes wait for the next turn.
            var whole = length - CutTail(buffer.AsSpan(0, length));
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return "windows-1252";
            kept = length - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    private static int CutTail(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if ((b & 0xC0) == 0x80) continue;
            var needed = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 1;
            return needed > back ? back : 0;
        }

        return 0;
    }
}
