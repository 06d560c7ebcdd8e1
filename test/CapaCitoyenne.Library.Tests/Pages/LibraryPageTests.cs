using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Pages;

public sealed class LibraryPageTests(HubFixture hub)
{
    [Fact]
    public async Task The_search_page_works_as_a_plain_form()
    {
        var title = LibraryTestData.Unique("Ouvrir une bricothèque");
        await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(title));

        var page = await hub.NewBrowser().Http.GetStringAsync($"/bibliotheque?q={Uri.EscapeDataString(title)}", TestContext.Current.CancellationToken);

        page.ShouldContain(title);
        page.ShouldContain("1 guide");
        page.ShouldNotContain("<script src");
    }

    [Fact]
    public async Task A_shared_guide_has_a_page_with_licence_citation_and_data()
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Faire un compost")));
        var browser = hub.NewBrowser().Http;

        var response = await browser.GetAsync(shared.Path, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        page.ShouldContain("application/ld+json");
        page.ShouldContain("\"HowTo\"");
        page.ShouldContain("rel=\"license\"");
        WebUtility.HtmlDecode(page).ShouldContain(shared.Citation);
        var again = new HttpRequestMessage(HttpMethod.Get, shared.Path);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (await browser.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task One_click_on_the_page_adapts_the_guide_into_a_space()
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Tenir une buvette")));
        var other = await hub.Given.AnAssociation();
        var page = await other.Admin.Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken);
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

        var answer = await PostAsync(other.Admin.Http, shared.Path, token, other.TenantId);
        var elsewhere = await PostAsync(other.Admin.Http, shared.Path, token, Guid.NewGuid());

        var editor = answer.Headers.Location!.ToString();
        editor.ShouldStartWith($"/espace/{other.Slug}/bibliotheque/");
        (await other.Admin.GetAsync<GuideDto>($"/api/library/guide/{editor.Split('/')[^1]}")).Title.ShouldBe(shared.Title);
        elsewhere.IsSuccessStatusCode.ShouldBeFalse();
        elsewhere.Headers.Location?.ToString().ShouldNotStartWith("/espace/");
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string token, Guid space) => http.PostAsync(
        path, new FormUrlEncodedContent(new Dictionary<string, string> { ["space"] = space.ToString(), ["__RequestVerificationToken"] = token }));

    [Fact]
    public async Task A_text_cannot_get_out_of_the_data_of_a_page()
    {
        var input = LibraryTestData.AGuide(LibraryTestData.Unique("</script><script>alert(1)</script>"));
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), input);

        var page = await hub.NewBrowser().Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken);

        page.ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task A_withdrawn_guide_answers_gone_and_keeps_its_name()
    {
        var author = await hub.Given.AnAssociation();
        var (guide, shared) = await author.Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Parti")));
        await author.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");

        var response = await hub.NewBrowser().Http.GetAsync(shared.Path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(shared.Title);
    }

    [Theory]
    [InlineData("/bibliotheque/n-existe-pas")]
    public async Task An_unknown_guide_is_not_found(string path)
        => (await hub.NewBrowser().Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/bibliotheque")]
    [InlineData("/bibliotheque?q=%22%3C%C2%B7%28e%29&type=zzz&theme=zzz&suite=zzz")]
    [InlineData("/bibliotheque?q=aucun%20guide%20ne%20contient%20xqzw")]
    public async Task Any_search_has_an_answer(string path)
        => (await hub.NewBrowser().Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
}
