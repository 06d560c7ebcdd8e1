using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Public;

public class AddressTests(HubFixture hub)
{
    [Fact]
    public async Task The_hub_has_a_sitemap_of_its_own_that_robots_find()
    {
        var browser = hub.NewBrowser();
        (await browser.Http.GetStringAsync("/robots.txt")).ShouldContain("Sitemap: http://localhost:5000/sitemap.xml");
        (await browser.Http.GetStringAsync("/sitemap.xml")).ShouldContain("<loc>http://localhost:5000/</loc>");
    }

    [Fact]
    public async Task A_space_that_is_not_there_is_no_failure_of_ours()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/formations");
        request.Headers.Add("__tenant", "personne");
        (await hub.NewBrowser().Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hub.VisitAsync("personne", "/")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task Every_former_address_leads_to_the_present_one_in_one_step_and_none_in_a_circle()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Un");
        foreach (var slug in new[] { "deux", "trois", "un", "quatre" })
            await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = slug });

        foreach (var old in new[] { "/un", "/deux", "/trois" })
        {
            var response = await hub.VisitAsync(space.Slug, old);
            response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently, old);
            response.Headers.Location!.OriginalString.ShouldBe("/quatre");
        }
        (await hub.VisitAsync(space.Slug, "/quatre")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = "un" });
        (await hub.VisitAsync(space.Slug, "/un")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.VisitAsync(space.Slug, "/quatre")).Headers.Location!.OriginalString.ShouldBe("/un");
    }

    [Theory]
    [InlineData("/%5Cevil.example/", "/%5Cevil.example")]
    [InlineData("/%C3%A9v%C3%A9nements/", "/%C3%A9v%C3%A9nements")]
    [InlineData("/%0d%0aX/", "/%0D%0AX")]
    public async Task A_final_slash_leads_to_the_same_site_and_nowhere_else(string asked, string led)
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, asked);
        response.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        // As it is on the wire: a parsed header is encoded by the client.
        response.Headers.NonValidated["Location"].ToString().ShouldBe(led);
    }

    [Fact]
    public async Task Addresses_that_a_scanner_makes_up_are_not_kept_with_a_final_slash_either()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Un");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = "deux" });
        var cache = hub.Services.GetRequiredService<PublicSiteCache>();
        await hub.VisitAsync(space.Slug, "/invention/");
        await hub.VisitAsync(space.Slug, "/un/");
        var site = (await cache.FindAsync(space.Slug, space.Slug))!;
        (PublicSiteCache.FindReady(site, "/invention/"), PublicSiteCache.FindReady(site, "/un/")?.Location).ShouldBe((null, "/deux"));
    }

    [Fact]
    public async Task A_link_between_pages_follows_a_changed_address()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var target = await space.APublishedPage("Cible");
        await space.APublishedPage("Source", $"[ici](page:{target.Id})");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{target.Id}/change-slug", new ChangePageSlugInput { Slug = "ailleurs" });
        (await hub.ReadAsync(space.Slug, "/source")).ShouldContain("<a href=\"/ailleurs\">ici</a>");
        (await hub.ReadAsync(space.Slug, "/sitemap.xml")).ShouldNotContain("/cible");
    }

    [Fact]
    public async Task Courses_and_guides_are_linked_on_the_hub()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Liens", "[formation](course:publier-sa-page) et [guide](guide:tenir-une-reunion)");
        var html = await hub.ReadAsync(space.Slug, "/liens");
        html.ShouldContain("href=\"http://localhost:5000/formations/publier-sa-page\"");
        html.ShouldContain("href=\"http://localhost:5000/bibliotheque/tenir-une-reunion\"");
    }

    [Fact]
    public async Task Addresses_that_do_not_exist_share_one_page()
    {
        var space = await hub.Given.AnOnlineSite();
        (await hub.VisitAsync(space.Slug, "/rien")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var response = await hub.VisitAsync(space.Slug, "/rien-non-plus");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Page introuvable");
    }

    [Fact]
    public async Task Two_pages_cannot_have_one_address()
    {
        var space = await hub.Given.AnAssociation();
        await space.APage("Jardin");
        (await space.APage("Jardin")).Slug.ShouldBe("jardin-2");
        var response = await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/page", new CreatePageInput { Title = "x", Slug = "Jardin !" });
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.SlugTaken);
        (await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/page", new CreatePageInput { Title = "x", Slug = "lettre" })).CodeAsync()).ShouldBe(SitesErrorCodes.SlugReserved);
    }

    [Theory]
    [InlineData("{0}.localhost")]
    [InlineData("{0}.localhost:8443")]
    [InlineData("{0}.localhost.")]
    [InlineData("{0}.LOCALHOST:5000")]
    public async Task Spellings_of_a_host_lead_to_its_site(string host)
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.AskAsync(host.Replace("{0}", space.Slug.ToUpperInvariant(), StringComparison.Ordinal), "/");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Bienvenue");
    }

    [Theory]
    [InlineData("personne.localhost")]
    [InlineData("a.b.localhost")]
    [InlineData("evil.example")]
    [InlineData("xn--caf-dma.localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("00000000-0000-0000-0000-000000000001.localhost")]
    public async Task An_unknown_host_is_misdirected(string host)
        => ((int)(await hub.AskAsync(host, "/")).StatusCode).ShouldBe(421);

    [Fact]
    public async Task A_forwarded_host_that_nobody_vouches_for_is_ignored()
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.AskAsync("personne.localhost", "/", request => request.Headers.Add("X-Forwarded-Host", space.Slug + ".localhost"));
        ((int)response.StatusCode).ShouldBe(421);
    }

    [Fact]
    public async Task A_site_serves_nothing_of_the_hub()
    {
        var space = await hub.Given.AnOnlineSite();
        foreach (var path in new[] { "/inscription", "/api/sites/page", "/espace", "/openapi/v1.json", "/health/live", "/hangfire" })
            (await hub.VisitAsync(space.Slug, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await hub.VisitAsync(space.Slug, "/", request => request.Method = HttpMethod.Post)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
