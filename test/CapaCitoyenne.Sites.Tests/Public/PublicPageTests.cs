using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Public;

public class PublicPageTests(HubFixture hub)
{
    [Fact]
    public async Task A_page_has_no_script_no_cookie_no_style_of_its_own_and_a_strict_policy()
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, "/");
        var html = await response.Content.ReadAsStringAsync();

        html.Replace("<script type=\"application/ld+json\">", "", StringComparison.Ordinal).ShouldNotContain("<script");
        html.ShouldNotContain(" style=");
        html.ShouldContain("<html lang=\"fr\">");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        html.Split("<h1").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_home_page_shows_the_name_of_its_site_once_and_has_it_as_its_only_title()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPage("Jardin");
        var home = await hub.ReadAsync(space.Slug, "/");
        home.Split("<h1").Length.ShouldBe(2);
        home.ShouldMatch("""<header class="page-header visually-hidden"><h1>[^<]+</h1>""");
        (await hub.ReadAsync(space.Slug, "/jardin")).ShouldContain("""<header class="page-header"><h1>Jardin</h1>""");
    }

    [Fact]
    public async Task A_second_look_costs_304()
    {
        var space = await hub.Given.AnOnlineSite();
        var tag = (await hub.VisitAsync(space.Slug, "/")).Headers.ETag;
        var again = await hub.VisitAsync(space.Slug, "/", request => request.Headers.IfNoneMatch.Add(tag!));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_is_sent_compressed_as_asked(string encoding)
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, "/", request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding)));
        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        var bytes = await response.Content.ReadAsStreamAsync();
        await using Stream plain = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        (await new StreamReader(plain).ReadToEndAsync()).ShouldContain("Bienvenue");
    }

    [Fact]
    public async Task Two_hundred_readers_at_once_cost_one_rendering_and_a_publication_shows_at_once()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Jardin", "Avant");
        var cache = hub.Services.GetRequiredService<PublicSiteCache>();
        var state = (await cache.FindAsync(space.Slug + ".localhost", space.Slug))!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => cache.GetAsync(state, "/jardin"))));
        answers.Distinct(ReferenceEqualityComparer.Instance).Count().ShouldBe(1);

        var saved = await (await space.Saves(page, SitesTestExtensions.Text(("b1", "Après")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        await space.Publishes(saved);
        (await hub.ReadAsync(space.Slug, "/jardin")).ShouldContain("Après");
    }

    [Fact]
    public async Task Two_hundred_requests_at_once_for_a_page_nobody_has_read_ask_the_database_what_one_asks()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPage("Compost");
        await space.APublishedPage("Semis");
        await hub.ReadAsync(space.Slug, "/");
        var one = await QueriesOf(() => hub.ReadAsync(space.Slug, "/compost"));

        var all = await QueriesOf(() => Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => hub.ReadAsync(space.Slug, "/semis")))));

        one.ShouldBeGreaterThan(0);
        // Once a second, somebody looks whether the site has changed.
        all.ShouldBeLessThanOrEqualTo(one + 5);

        static async Task<int> QueriesOf(Func<Task> work)
        {
            using var count = new QueryCount();
            await work();
            return count.Value;
        }
    }

    [Fact]
    public async Task The_home_page_is_fourteen_kilobytes_at_most_and_wants_five_requests_at_most_before_pictures()
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, "/", request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br")));
        (await response.Content.ReadAsByteArrayAsync()).Length.ShouldBeInRange(500, 14 * 1024);

        var html = await hub.ReadAsync(space.Slug, "/");
        html.ShouldNotContain("<script src");
        Regex.Count(html, "<link [^>]*rel=\"(stylesheet|preload|modulepreload)\"").ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task A_page_of_one_site_is_not_on_another()
    {
        var one = await hub.Given.ASpaceThatMayPublish();
        var two = await hub.Given.AnOnlineSite();
        await one.APublishedPage("Rien que nous");
        (await hub.VisitAsync(one.Slug, "/rien-que-nous")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.VisitAsync(two.Slug, "/rien-que-nous")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_not_there_for_readers_and_a_page_taken_offline_goes()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Brouillon");
        (await hub.VisitAsync(space.Slug, "/brouillon")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await space.Publishes(page);
        (await hub.VisitAsync(space.Slug, "/brouillon")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/unpublish");
        (await hub.VisitAsync(space.Slug, "/brouillon")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_site_that_is_being_made_says_so()
    {
        var space = await hub.Given.AnAssociation();
        var response = await hub.VisitAsync(space.Slug, "/");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("en préparation");
    }

    [Fact]
    public async Task News_are_listed_and_fed_whole_with_addresses_that_work_anywhere()
    {
        var space = await hub.Given.AnOnlineSite();
        await space.APublishedPost("Fête du quai", "Venez **samedi**, voir [la page](/contact).");
        var site = $"http://{space.Slug}.localhost:5000";

        (await hub.ReadAsync(space.Slug, "/actualites")).ShouldContain("href=\"/actualites/fete-du-quai\"");
        (await hub.ReadAsync(space.Slug, "/actualites/fete-du-quai")).ShouldContain("<strong>samedi</strong>");
        (await hub.ReadAsync(space.Slug, "/")).ShouldContain("Fête du quai");

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = XDocument.Parse(await hub.ReadAsync(space.Slug, "/feed.atom")).Root!.Element(atom + "entry")!;
        entry.Element(atom + "content")!.Value.ShouldContain($"<a href=\"{site}/contact\"");
        entry.Element(atom + "id")!.Value.ShouldStartWith("urn:uuid:");
        XDocument.Parse(await hub.ReadAsync(space.Slug, "/feed.rss")).Descendants("item").Single().Element("link")!.Value.ShouldBe(site + "/actualites/fete-du-quai");
        JsonDocument.Parse(await hub.ReadAsync(space.Slug, "/feed.json")).RootElement.GetProperty("items")[0].GetProperty("title").GetString().ShouldBe("Fête du quai");
        (await hub.ReadAsync(space.Slug, "/sitemap.xml")).ShouldContain($"<loc>{site}/actualites/fete-du-quai</loc>");
        (await hub.ReadAsync(space.Slug, "/robots.txt")).ShouldContain($"Sitemap: {site}/sitemap.xml");
        (await hub.ReadAsync(space.Slug, "/.well-known/security.txt")).ShouldContain("Expires: ");
    }

    [Fact]
    public async Task A_changed_introduction_of_a_post_waits_for_its_publication_too()
    {
        var space = await hub.Given.AnOnlineSite();
        var post = await space.APublishedPost("Fête");
        await space.Admin.PutAsync<PostDto>($"/api/sites/post/{post.Id}", new SavePostDraftInput
        {
            Title = post.Title, Document = post.Document, BaseRevision = post.Revision, AuthorName = "Quelqu’un", Excerpt = "Pas encore",
        });
        await space.APublishedPost("Autre");
        (await hub.ReadAsync(space.Slug, "/actualites")).ShouldNotContain("Pas encore");
        (await hub.ReadAsync(space.Slug, "/actualites/fete")).ShouldNotContain("Quelqu’un");
    }

    [Fact]
    public async Task The_faces_of_the_style_sheet_are_served_on_the_site_itself()
    {
        var space = await hub.Given.AnAssociation();
        var response = await hub.VisitAsync(space.Slug, "/fonts/bricolage-grotesque-latin-wght-normal.woff2");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_style_sheet_never_changes_under_its_address()
    {
        var space = await hub.Given.AnOnlineSite();
        var html = await hub.ReadAsync(space.Slug, "/");
        var path = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        var response = await hub.VisitAsync(space.Slug, path);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        response.Headers.GetValues("Cache-Control").Single().ShouldContain("immutable");
        (await response.Content.ReadAsStringAsync()).ShouldContain("--accent");
    }

    [Fact]
    public async Task A_block_that_hides_itself_is_told_nowhere_after_its_day()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var today = Documents.SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        var document = $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"text","v":1,"until":"{{today:yyyy-MM-dd}}","markdown":"La billetterie mauve est ouverte."},{"id":"b","type":"text","v":1,"markdown":"Le bal est annoncé."}]}""";
        await space.Publishes(await (await space.Saves(await space.HomePage(), document, 1)).EnsureSuccess().ReadAsync<PageDto>());
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Le bal", Document = document });
        await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/publish");
        string[] paths = ["/", "/actualites", "/actualites/le-bal", "/feed.atom"];
        foreach (var path in paths) (await hub.ReadAsync(space.Slug, path)).ShouldContain("billetterie mauve", Case.Sensitive, path);
        // The index is not written again that day.
        (await hub.ReadAsync(space.Slug, "/recherche?q=billetterie")).ShouldContain("Rien n’a été trouvé");
        hub.Wait(TimeSpan.FromDays(2));
        // Readers see the new day within a second.
        hub.Services.GetRequiredService<ISiteVersionCache>().Forget(space.TenantId);
        foreach (var path in paths)
        {
            var html = await hub.ReadAsync(space.Slug, path);
            html.ShouldNotContain("billetterie mauve", Case.Sensitive, path);
            html.ShouldContain("Le bal est annoncé", Case.Sensitive, path);
        }
    }
}
