using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>
/// Streams a CSV file as French spreadsheets open it: semicolons, UTF-8 with its mark. A cell that a spreadsheet would take for a formula
/// gets an apostrophe in front: names come from strangers. <see cref="Plain"/> takes it away when the file comes back. Times are those of Paris, with their
/// distance from UTC.
/// </summary>
internal static class CsvExport
{
    private const string Formulas = "=+-@\t\r";

    public static async Task WriteAsync(HttpResponse response, string fileName, IEnumerable<string> headers, IAsyncEnumerable<object?[]> rows)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteLineAsync(Line(headers));
        await foreach (var row in rows)
        {
            await text.WriteLineAsync(Line(row.Select(cell => cell is DateTime time ? SiteDay.ToOffset(time).ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture) : cell?.ToString())));
        }
    }

    internal static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && Formulas.Contains(cell[1]) ? cell[1..] : cell;

    internal static string Line(IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell));

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (Formulas.Contains(text[0])) text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
