using System.Globalization;
using System.Text;
using CapaCitoyenne.Mailing.HttpApi;
using CapaCitoyenne.Mailing.Imports;
using CsCheck;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Mailing.Tests.Unit;

public class CsvTests
{
    private const string French = "Prénom;Nom;Courriel\nHélène;Lefèvre;helene@example.org\nÉmile;Noël;emile@example.org\n";

    [Theory]
    [InlineData("utf-8", ';')]
    [InlineData("utf-8", ',')]
    [InlineData("windows-1252", ';')]
    [InlineData("windows-1252", '\t')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ',')]
    public async Task Separator_and_encoding_are_guessed(string encoding, char separator)
    {
        var coder = CsvDialect.GetEncoding(encoding);
        var bytes = (byte[])[.. encoding.StartsWith("utf-16", StringComparison.Ordinal) ? coder.GetPreamble() : [], .. coder.GetBytes(French.Replace(';', separator))];
        var dialect = await CsvDialect.GuessAsync(new MemoryStream(bytes));
        dialect.EncodingName.ShouldBe(encoding);
        dialect.Separator.ShouldBe(separator);
        dialect.HasHeader.ShouldBeTrue();
    }

    [Fact]
    public async Task One_accent_far_down_the_file_is_enough_to_know_the_encoding()
    {
        var text = string.Concat(Enumerable.Repeat("prenom;nom;a@example.org\n", 20_000)) + "Zoé;N;z@example.org\n";
        (await CsvDialect.GuessAsync(new MemoryStream(CsvDialect.GetEncoding("windows-1252").GetBytes(text)))).EncodingName.ShouldBe("windows-1252");
        (await CsvDialect.GuessAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))).EncodingName.ShouldBe("utf-8");
    }

    [Fact]
    public async Task Utf8_is_recognised_wherever_the_buffer_cuts_a_character()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = new string('a', 64 * 1024 - 2 + shift) + "é€😀" + new string('b', 100);
            (await CsvDialect.GuessAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))).EncodingName.ShouldBe("utf-8");
        }
    }

    [Fact]
    public async Task A_file_without_header_is_seen_as_such()
    {
        var dialect = await CsvDialect.GuessAsync(new MemoryStream("a@example.org\nb@example.org\n"u8.ToArray()));
        dialect.HasHeader.ShouldBeFalse();
    }

    [Fact]
    public void Quotes_hold_separators_line_ends_and_quotes()
    {
        Read("a;\"b;c\nd\";\"e\"\"f\"\ng;h;i").Select(r => r.Cells!).ShouldBe([["a", "b;c\nd", "e\"f"], ["g", "h", "i"]]);
    }

    [Fact]
    public void A_quote_that_never_closes_costs_one_line()
    {
        var records = Read("a;b\nc;\"d\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"x{i};y\n")));
        records.Count.ShouldBe(52);
        records[1].Cells.ShouldBeNull();
        records[1].LineNumber.ShouldBe(2);
        records[^1].LineNumber.ShouldBe(52);
        records[^1].Cells.ShouldBe(["x49", "y"]);
    }

    [Fact]
    public void A_quote_inside_a_name_is_plain_text() => Read("Jean \"Jeannot\" Martin;b")[0].Cells.ShouldBe(["Jean \"Jeannot\" Martin", "b"]);

    [Fact]
    public void What_is_written_with_quotes_is_read_back()
    {
        var cell = Gen.String[Gen.Char["ab;,\"\n é"], 0, 12].Select(s => s.Trim());
        Gen.Select(cell, cell).Array[1, 8].Sample(rows =>
        {
            var text = string.Concat(rows.Select(r => $"\"x{Quote(r.Item1)}\";\"{Quote(r.Item2)}\"\n"));
            Read(text).Select(r => r.Cells!).ShouldBe(rows.Select(r => new[] { "x" + r.Item1, r.Item2 }).ToArray());
        });

        static string Quote(string s) => s.Replace("\"", "\"\"", StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_at_all_makes_the_reader_throw_or_lose_lines() => Gen.String[Gen.Char["a;\"\n"], 0, 60].Sample(text =>
    {
        var lines = text.Split('\n').Count(l => l.Length > 0);
        Read(text).Sum(r => r.Text.Split('\n').Count(l => l.Length > 0)).ShouldBe(lines);
    });

    [Theory]
    [InlineData("2026-07-01T22:30:00Z", "2026-07-02 00:30:00+02:00")]
    [InlineData("2026-12-01T08:00:00Z", "2026-12-01 09:00:00+01:00")]
    public async Task Times_are_written_as_the_clocks_of_Paris_show_them(string time, string written)
    {
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await CsvExport.WriteAsync(http.Response, "x.csv", ["Quand"], new object?[][] { [DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)] }.ToAsyncEnumerable());
        Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()).ShouldEndWith(written + Environment.NewLine);
    }

    private static List<CsvRecord> Read(string text)
    {
        using var source = new StringReader(text);
        var reader = new CsvRecordReader(source, ';');
        var records = new List<CsvRecord>();
        while (reader.Read() is { } record) records.Add(record);
        return records;
    }
}
