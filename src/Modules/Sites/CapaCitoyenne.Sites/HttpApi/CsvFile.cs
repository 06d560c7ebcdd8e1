using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>
/// Streams a CSV file as French spreadsheets open it: semicolons, UTF-8 with its mark. A cell that a spreadsheet would take for a formula gets
/// an apostrophe in front: the words come from strangers.
/// </summary>
internal static class CsvFile
{
    private static readonly CsvWriterOptions Options = new() { Separator = ';', Injection = CsvInjection.Escape };

    public static async Task WriteAsync(HttpResponse response, string fileName, IEnumerable<string> headers, IAsyncEnumerable<string?[]> rows)
    {
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";
        var aborted = response.HttpContext.RequestAborted;
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = CsvWriter.Create(text, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. headers], aborted);
        await foreach (var row in rows.WithCancellation(aborted)) await csv.WriteRecordAsync(Array.ConvertAll(row, cell => cell ?? ""), aborted);
        await csv.FlushAsync(aborted);
    }
}
