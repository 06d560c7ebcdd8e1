using System.Text.Json;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The two halves of <c>etc/scripts/wordpress-check.sh</c>, which puts a real WordPress between them.</summary>
public sealed class WordPressCheckTests(ImportHub hub) : IClassFixture<ImportHub>
{
    private const string Markdown = "## Qui sommes-nous ?\n\nDes **voisines** et des *voisins*, depuis 1998 : [le conseil](https://exemple.fr).\n\n- un\n- deux\n\n1. d’abord\n2. ensuite\n\n> Dit au comptoir.\n\n| Jour | Heure |\n| --- | --- |\n| lundi | 18 h |\n\n`]]>` & œuvre — 日本 \U0001F600";

    [Fact]
    public async Task Our_export_is_written_for_WordPress()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("WORDPRESS_CHECK_OUT") is null, "Run by etc/scripts/wordpress-check.sh.");
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPage("Venir nous voir", Markdown);
        for (var i = 1; i <= 30; i++) await space.APublishedPost("Nouvelle n° " + i, Markdown);
        await space.APage("Ébauche", "Pas fini");
        await File.WriteAllBytesAsync(Environment.GetEnvironmentVariable("WORDPRESS_CHECK_OUT")!, await hub.ExportAsync(space, SiteExportKind.WordPress), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_WordPress_gives_back_is_what_it_got()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("WORDPRESS_CHECK_IN") is null, "Run by etc/scripts/wordpress-check.sh.");
        using var seen = JsonDocument.Parse(await File.ReadAllTextAsync(Environment.GetEnvironmentVariable("WORDPRESS_CHECK_SEEN")!, TestContext.Current.CancellationToken));
        var posts = seen.RootElement.GetProperty("post").EnumerateArray().ToList();
        posts.Count.ShouldBe(30);
        var expected = WordCount.OfMarkdown(Markdown);
        foreach (var post in posts)
        {
            post.GetProperty("status").GetString().ShouldBe("publish");
            post.GetProperty("blocks").GetInt32().ShouldBeGreaterThan(5);
            WordCount.Kept(expected, WordCount.OfHtml(post.GetProperty("text").GetString()!)).ShouldBe(expected.Count);
        }
        var pages = seen.RootElement.GetProperty("page").EnumerateArray().ToDictionary(page => page.GetProperty("title").GetString()!, page => page.GetProperty("status").GetString());
        (pages["Venir nous voir"], pages["Ébauche"]).ShouldBe(("publish", "draft"));

        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(space, await File.ReadAllBytesAsync(Environment.GetEnvironmentVariable("WORDPRESS_CHECK_IN")!, TestContext.Current.CancellationToken), "theirs.xml");
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        import.Counts.Posts.ShouldBe(30);
        ((double)import.Counts.WordsOut / import.Counts.WordsIn).ShouldBeGreaterThanOrEqualTo(0.99);
        (await hub.ReadAsync(space.Slug, "/venir-nous-voir")).ShouldContain("Qui sommes-nous");
    }
}
