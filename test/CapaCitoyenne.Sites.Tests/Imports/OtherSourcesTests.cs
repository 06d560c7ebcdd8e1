using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Ghost's exports and archives of Markdown files.</summary>
public sealed class OtherSourcesTests(ImportHub hub) : IClassFixture<ImportHub>
{
    [Fact]
    public async Task A_Ghost_export_comes_in_with_pictures_tags_cards_and_drafts()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(space, Ghost(), "ghost.json", new StartSiteImportDto { Address = "ancien.fr" });
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        (import.Counts.Posts, import.Counts.Pages, import.Counts.Published).ShouldBe((3, 1, 2));
        ((double)import.Counts.WordsOut / import.Counts.WordsIn).ShouldBeGreaterThanOrEqualTo(0.99);

        var html = await hub.ReadAsync(space.Slug, "/actualites/le-quai");
        html.ShouldContain("alt=\"Le quai au soir\"");
        html.ShouldContain("/media/");
        html.ShouldContain("href=\"/venir\"");
        html.ShouldContain("callout");
        (await hub.VisitAsync(space.Slug, "/le-quai")).Headers.Location!.ToString().ShouldBe("/actualites/le-quai");
        var posts = await space.Admin.GetAsync<PagedResultDto<PostListItemDto>>("/api/sites/post");
        posts.Items.Single(post => post.Title == "En lexical").IsPublished.ShouldBeFalse();
        (await space.ReportAsync(import)).Single(line => line.Reason == "Members").Kind.ShouldBe(SiteImportItemKind.Other);
        (await space.ReportAsync(import)).Single(line => line.Title == "Bientôt").Notes.ShouldContain(note => note.Code == "Scheduled");
    }

    [Fact]
    public async Task A_folder_of_Markdown_comes_in_with_front_matter_pictures_and_links_between_files()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var import = await hub.ImportAsync(space, ZipFiles.Of(
        [
            ("_posts/2024-03-01-premier.md", "---\ntitle: Premier billet\ntags: [quai, fête]\nexcerpt: En bref\n---\nBonjour ![Le quai](../img/quai.jpg) et [venir](../venir.md).\n"u8.ToArray()),
            ("venir.md", "# Venir\n\nMétro Jaurès.\n"u8.ToArray()),
            ("idee.md", "---\ntitle: Une idée\ndraft: true\ndate: 2024-04-01\nslug: l-idee\n---\nPlus tard.\n"u8.ToArray()),
            ("img/quai.jpg", OldSite.Photo("quai")),
            ("notes.txt", "x"u8.ToArray()),
        ]), "site.zip");
        import.Status.ShouldBe(SiteImportStatus.Completed, import.Error);
        (import.Source, import.Counts.Posts, import.Counts.Pages, import.Counts.Media, import.Counts.Published).ShouldBe((SiteImportSource.Markdown, 2, 1, 1, 2));
        var html = await hub.ReadAsync(space.Slug, "/actualites/premier");
        html.ShouldContain("alt=\"Le quai\"");
        html.ShouldContain("href=\"/venir\"");
        html.ShouldContain("2024-03-01");
        (await space.ReportAsync(import)).Single(line => line.Title == "notes.txt").Reason.ShouldBe("File");
    }

    private static byte[] Ghost()
    {
        var html = """
            <p>Sur le quai, <a href="__GHOST_URL__/venir/">venez</a>.</p><figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/size/w600/2023/quai.jpg" alt="Le quai au soir"></figure>
            <div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">Apportez <b>un plat</b>.</div></div><div class="kg-card kg-signup-card"><p></p></div>
            """;
        const string lexical = """{"root":{"children":[{"type":"paragraph","children":[{"type":"text","format":1,"text":"En gras"},{"type":"text","format":0,"text":" et plus"}]}]}}""";
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            db = new[]
            {
                new
                {
                    meta = new { version = "5.80.0" },
                    data = new
                    {
                        posts = new object[]
                        {
                            new { id = "a1", title = "Le quai", slug = "le-quai", html, status = "published", type = "post", visibility = "public", published_at = "2023-05-06T08:00:00.000Z" },
                            new { id = "a2", title = "Venir", slug = "venir", html = "<p>Métro Jaurès</p>", status = "published", type = "page", visibility = "public", published_at = "2023-05-06T08:00:00.000Z" },
                            new { id = "a3", title = "En lexical", slug = "lexical", lexical, status = "draft", type = "post", visibility = "public" },
                            new { id = "a4", title = "Bientôt", slug = "bientot", html = "<p>Bientôt</p>", status = "scheduled", type = "post", visibility = "public", published_at = "2099-01-01T08:00:00.000Z" },
                        },
                        tags = new[] { new { id = "t1", name = "Sorties", slug = "sorties", visibility = "public" } },
                        posts_tags = new[] { new { post_id = "a1", tag_id = "t1", sort_order = 0 } },
                        members = new[] { new { id = "m1", email = "x@y.fr" } },
                        settings = new[] { new { key = "title", value = "Mon Ghost" } },
                    },
                },
            },
        });
    }
}
