using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Members;

public class MemberPageTests(HubFixture hub)
{
    [Fact]
    public async Task A_visitor_is_told_politely_and_nothing_of_the_page_is_anywhere()
    {
        var space = await hub.Given.AnOnlineSite();
        await AMembersPage(space);
        var response = await hub.VisitAsync(space.Slug, "/comptes");
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        html.ShouldContain("href=\"/acces-membre/commencer?retour=%2Fcomptes\"");
        html.ShouldNotContain("Secret");
        (await hub.ReadAsync(space.Slug, "/sitemap.xml")).ShouldNotContain("/comptes");
    }

    [Fact]
    public async Task A_member_comes_from_the_hub_with_a_code_that_works_once()
    {
        var space = await hub.Given.AnOnlineSite();
        await AMembersPage(space);
        var entry = await EntryOf(space, space, "/comptes");
        var entered = await Enters(space, entry);
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        entered.Headers.Location!.OriginalString.ShouldBe("/comptes");
        var cookie = CookieOf(entered);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldNotContain("domain", Case.Insensitive);

        var page = await Reads(space, "/comptes", cookie);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain("Secret");
        (await Enters(space, entry)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await hub.VisitAsync(space.Slug, "/comptes")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        hub.Wait(TimeSpan.FromHours(9));
        (await Reads(space, "/comptes", cookie)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Neither_cookie_nor_code_of_one_site_opens_another()
    {
        var (one, two) = (await hub.Given.AnOnlineSite(), await hub.Given.AnOnlineSite());
        await AMembersPage(two);
        (await Enters(two, await EntryOf(one, one, "/"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var cookie = CookieOf(await Enters(one, await EntryOf(one, one, "/")));
        (await Reads(two, "/comptes", cookie)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_code_is_good_in_the_browser_that_asked_for_it_alone()
    {
        var space = await hub.Given.AnOnlineSite();
        var entry = await EntryOf(space, space, "/");
        (await hub.VisitAsync(space.Slug, entry.Url.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var other = await EntryOf(space, space, "/");
        (await Enters(space, entry with { Secret = other.Secret })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Enters(space, entry)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        // By a link on the hub: the site is asked first.
        (await hub.NewBrowser().Http.GetAsync($"/membre/{space.Slug}?retour=/comptes")).Headers.Location!.OriginalString.ShouldEndWith($"//{space.Slug}.localhost:5000/acces-membre/commencer?retour=%2Fcomptes");
    }

    [Fact]
    public async Task Who_is_no_member_is_told_so_and_who_is_not_signed_in_signs_in_first()
    {
        var (one, two) = (await hub.Given.AnOnlineSite(), await hub.Given.AnOnlineSite());
        (await two.Admin.Http.GetAsync((await Starts(one, "/comptes")).Hub)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var response = await hub.NewBrowser().Http.GetAsync((await Starts(one, "/comptes")).Hub);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldStartWith("/connexion?retour=%2Fmembre%2F");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task The_way_back_stays_on_the_site(string path)
    {
        var space = await hub.Given.AnOnlineSite();
        var entered = await Enters(space, await EntryOf(space, space, Uri.EscapeDataString(path)));
        entered.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Theory]
    [InlineData("text", 1)]
    [InlineData("text", 9)]
    [InlineData("futur", 1)]
    public async Task A_block_for_members_is_hidden_from_visitors_whose_page_stays_cacheable(string type, int version)
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APage("Jardin");
        var blocks = $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"{{type}}","v":{{version}},"audience":"members","markdown":"Code du portail"},{"id":"b","type":"text","v":1,"markdown":"Bienvenue"}]}""";
        await space.Publishes(await (await space.Saves(page, blocks, page.Revision)).EnsureSuccess().ReadAsync<PageDto>());

        var visited = await hub.VisitAsync(space.Slug, "/jardin");
        visited.Headers.CacheControl!.Public.ShouldBeTrue();
        visited.Headers.GetValues("X-Accel-Expires").ShouldBe(["@1"]);
        visited.Headers.Vary.ShouldContain("Cookie");
        (await visited.Content.ReadAsStringAsync()).ShouldNotContain("Code du portail");

        var cookie = CookieOf(await Enters(space, await EntryOf(space, space, "/jardin")));
        var read = await Reads(space, "/jardin", cookie);
        read.Headers.CacheControl!.NoStore.ShouldBeTrue();
        read.Headers.Contains("X-Accel-Expires").ShouldBeFalse();
        (await read.Content.ReadAsStringAsync()).ShouldContain("Code du portail");
        (await hub.ReadAsync(space.Slug, "/jardin")).ShouldNotContain("Code du portail");
    }

    [Fact]
    public async Task The_home_page_stays_public()
    {
        var space = await hub.Given.AnAssociation();
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{(await space.HomePage()).Id}/set-audience", new SetPageAudienceInput { Audience = PageAudience.Members });
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.PageStaysPublic);
    }

    private static async Task AMembersPage(TestSpace space)
    {
        var page = await space.APublishedPage("Comptes", "Secret");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/set-audience", new SetPageAudienceInput { Audience = PageAudience.Members });
    }

    /// <summary>What the site gives a browser that wants to sign in: the hub's address, and a secret.</summary>
    private async Task<(string Hub, string Secret)> Starts(TestSpace site, string path)
    {
        var response = await hub.VisitAsync(site.Slug, "/acces-membre/commencer?retour=" + path);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return (response.Headers.Location!.PathAndQuery, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private async Task<Entry> EntryOf(TestSpace person, TestSpace site, string path)
    {
        var (address, secret) = await Starts(site, path);
        var response = await person.Admin.Http.GetAsync(address);
        response.EnsureSuccess();
        return new Entry(new Uri(response.Headers.GetValues("Refresh").Single().Split("url=")[1]), secret);
    }

    private Task<HttpResponseMessage> Enters(TestSpace space, Entry entry) => Reads(space, entry.Url.PathAndQuery, entry.Secret);

    private static string CookieOf(HttpResponseMessage entered) => entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("membre=", StringComparison.Ordinal));

    private Task<HttpResponseMessage> Reads(TestSpace space, string path, string cookie)
        => hub.VisitAsync(space.Slug, path, request => request.Headers.Add("Cookie", cookie.Split(';')[0]));

    private sealed record Entry(Uri Url, string Secret);
}
