using System.IO.Compression;
using System.Text;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Archives that somebody made to do harm.</summary>
public sealed class SafeArchiveTests
{
    [Theory]
    [InlineData("../secret.md")]
    [InlineData("a/../../secret.md")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x.md")]
    [InlineData("a\\..\\b.md")]
    public void A_name_that_leads_out_of_the_archive_refuses_the_whole(string name) => Refused(zip => Add(zip, name, "x")).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnsafe);

    [Fact]
    public void A_thousand_times_more_inside_than_outside_is_refused()
        => Refused(zip => Add(zip, "bombe.md", new string('0', 20_000_000))).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnsafe);

    [Fact]
    public void A_hundred_thousand_entries_are_refused() => Refused(zip =>
    {
        for (var i = 0; i < 100_000; i++) zip.CreateEntry("f" + i + ".md", CompressionLevel.NoCompression);
    }).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnsafe);

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Entries_are_counted_before_the_archive_is_opened_whatever_follows_it(int most, bool isWithin)
    {
        var zip = Zip(zip =>
        {
            foreach (var name in new[] { "a.md", "b.md", "c.md" }) Add(zip, name, name);
            zip.Comment = "Trois textes";
        });
        Exports.ZipDirectory.IsWithin(zip, most).ShouldBe(isWithin);
        zip.Position.ShouldBe(0);
    }

    [Fact]
    public void A_directory_that_says_it_is_short_and_is_not_is_refused()
    {
        var bytes = Zip(zip =>
        {
            for (var i = 0; i < 1000; i++) zip.CreateEntry("f" + i + ".md", CompressionLevel.NoCompression);
        }).ToArray();
        // The number of entries, in the last 22 bytes.
        (bytes[^12], bytes[^11]) = (1, 0);
        Exports.ZipDirectory.IsWithin(new MemoryStream(bytes), 2).ShouldBeFalse();
    }

    [Fact]
    public void A_large_site_is_no_danger()
    {
        using var archive = SafeArchive.Open(Zip(zip =>
        {
            for (var i = 0; i < 30_000; i++) zip.CreateEntry("f" + i + ".md", CompressionLevel.NoCompression);
        }));
        archive.Names.Count().ShouldBe(30_000);
    }

    [Fact]
    public void The_same_name_twice_is_refused() => Refused(zip =>
    {
        Add(zip, "a.md", "1");
        Add(zip, "a.md", "2");
    }).ShouldBe(SitesTransferErrorCodes.ImportArchiveUnsafe);

    [Fact]
    public void What_is_no_archive_at_all_is_said() => Code(() => SafeArchive.Open(new MemoryStream("PK not really"u8.ToArray()))).ShouldBe(SitesTransferErrorCodes.ImportFileUnreadable);

    [Fact]
    public async Task An_entry_that_lies_about_its_size_is_cut_off()
    {
        using var archive = SafeArchive.Open(Zip(zip => Add(zip, "a.md", new string('x', 5000))));
        (await archive.ReadAsync("a.md", 4999)).ShouldBeNull();
        (await archive.ReadAsync("a.md", 5000))!.Length.ShouldBe(5000);
    }

    [Fact]
    public async Task An_archive_inside_stays_closed_and_is_reported()
    {
        var inner = Zip(zip => Add(zip, "b.md", "caché")).ToArray();
        await using var file = new Markdown.MarkdownArchive(SafeArchive.Open(Zip(zip =>
        {
            Add(zip, "a.md", "# Titre\n\nTexte");
            using var nested = zip.CreateEntry("dedans.zip").Open();
            nested.Write(inner);
        })));
        var items = new List<SourceItem>();
        await foreach (var item in file.ReadAsync(default)) items.Add(item);
        items.Single(item => item.Kind == SourceKind.Page).Title.ShouldBe("Titre");
        items.Single(item => item.Kind == SourceKind.Other).Reason.ShouldBe("File");
    }

    private static string? Refused(Action<ZipArchive> fill) => Code(() => SafeArchive.Open(Zip(fill)));

    private static string? Code(Action open) => Should.Throw<BusinessException>(open).Code;

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private static MemoryStream Zip(Action<ZipArchive> fill)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) fill(zip);
        stream.Position = 0;
        return stream;
    }
}
