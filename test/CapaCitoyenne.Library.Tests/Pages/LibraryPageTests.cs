using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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
        var token = TokenOf(page);

        var answer = await PostAsync(other.Admin.Http, shared.Path, token, other.TenantId);
        var elsewhere = await PostAsync(other.Admin.Http, shared.Path, token, Guid.NewGuid());

        var editor = answer.Headers.Location!.ToString();
        editor.ShouldStartWith($"/espace/{other.Slug}/bibliotheque/");
        (await other.Admin.GetAsync<GuideDto>($"/api/library/guide/{editor.Split('/')[^1]}")).Title.ShouldBe(shared.Title);
        elsewhere.IsSuccessStatusCode.ShouldBeFalse();
        elsewhere.Headers.Location?.ToString().ShouldNotStartWith("/espace/");
    }

    private static string TokenOf(string page)
        => Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string token, Guid space) => PostAsync(http, path, token, ("space", space.ToString()));

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string token, params (string Name, string Value)[] fields) => http.PostAsync(
        path, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));

    [Fact]
    public async Task Adapting_what_may_not_be_adapted_any_more_says_why()
    {
        var input = LibraryTestData.AGuide(LibraryTestData.Unique("Tenir une friperie"));
        var author = await hub.Given.AnAssociation();
        var curator = await hub.ACurator();
        var (guide, shared) = await author.Shares(curator, input);
        var other = await hub.Given.AnAssociation();
        var token = TokenOf(await other.Admin.Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken));
        await author.Submits(await author.Rewrites(guide, update => update.Licence = "CC-BY-ND-4.0"));
        await curator.PublishesToAll(guide.Title);

        var answer = await PostAsync(other.Admin.Http, shared.Path, token, other.TenantId);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("La licence CC-BY-ND-4.0 ne permet pas");
    }

    [Fact]
    public async Task A_guide_withdrawn_while_it_is_adapted_shows_its_tombstone()
    {
        var author = await hub.Given.AnAssociation();
        var (guide, shared) = await author.Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Retiré pendant la lecture")));
        var other = await hub.Given.AnAssociation();
        var token = TokenOf(await other.Admin.Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken));
        await author.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");

        var answer = await PostAsync(other.Admin.Http, shared.Path, token, other.TenantId);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("ne peut plus être adapté");
    }

    [Fact]
    public async Task A_curator_withdraws_a_guide_on_its_page_with_a_reason()
    {
        var author = await hub.Given.AnAssociation();
        var curator = await hub.ACurator();
        var (guide, shared) = await author.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("À retirer")));
        var page = await curator.Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken);
        var address = shared.Path + "?handler=Withdraw";

        var silent = await PostAsync(curator.Http, address, TokenOf(page), ("reason", " "));
        var answer = await PostAsync(curator.Http, address, TokenOf(page), ("reason", "Une photo sans accord."));

        silent.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await silent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Dites pourquoi");
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await author.Rereads(guide)).CuratorMessage.ShouldBe("Une photo sans accord.");
    }

    [Fact]
    public async Task Nobody_else_withdraws_a_guide()
    {
        var author = await hub.Given.AnAssociation();
        var (_, shared) = await author.Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Ne pas retirer")));
        var page = await author.Admin.Http.GetStringAsync(shared.Path, TestContext.Current.CancellationToken);

        var answer = await PostAsync(author.Admin.Http, shared.Path + "?handler=Withdraw", TokenOf(page), ("reason", "Parce que."));

        page.ShouldNotContain("handler=Withdraw");
        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await author.Admin.ReadsShared(shared.Path)).WithdrawnTime.ShouldBeNull();
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("http://machine.example", 0)]
    public async Task A_visitor_reports_a_guide_to_the_curators_and_a_machine_does_not(string hidden, int mails)
    {
        var coordinator = $"coordination-{Guid.NewGuid():N}@exemple.fr";
        await hub.InAsync(null, null, provider => provider.GetRequiredService<IAssociationSeedingService>()
            .AddHubMemberAsync(new SeedPerson("Noé Martin", coordinator, TestSpace.Password), HubRoles.Coordinator));
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Douteux")));
        var visitor = hub.NewBrowser().Http;
        var token = TokenOf(await visitor.GetStringAsync(shared.Path + "/signaler", TestContext.Current.CancellationToken));

        var empty = await PostAsync(visitor, shared.Path + "/signaler", token, ("Reason", ""));
        var sent = await PostAsync(visitor, shared.Path + "/signaler", token, ("Reason", "C’est ma photo."), ("Email", "moi@exemple.fr"), ("Site", hidden));
        await hub.RunJobsAsync();

        empty.StatusCode.ShouldBe(HttpStatusCode.OK);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var received = hub.Mail.To(coordinator).Where(mail => mail.Subject!.StartsWith("Un guide est signalé", StringComparison.Ordinal)).ToList();
        received.Count.ShouldBe(mails);
        received.ShouldAllBe(mail => mail.TextBody!.Contains("C’est ma photo.", StringComparison.Ordinal) && mail.ReplyTo.ToString().Contains("moi@exemple.fr", StringComparison.Ordinal));
    }

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
    [InlineData("GET", "api/library/commons-public", AnonymousRateLimits.Read)]
    [InlineData("", "bibliotheque", AnonymousRateLimits.Read)]
    [InlineData("", "bibliotheque/{slug}/signaler", AnonymousRateLimits.Write)]
    public void What_anybody_may_ask_is_limited_for_each_of_them(string method, string route, string limit)
    {
        var endpoints = hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.Trim('/') == route && (method.Length == 0 || endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method)))
            .ToList();

        endpoints.ShouldNotBeEmpty();
        endpoints.ShouldAllBe(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()!.PolicyName == limit);
    }

    [Theory]
    [InlineData("/bibliotheque")]
    [InlineData("/bibliotheque?q=%22%3C%C2%B7%28e%29&type=zzz&theme=zzz&suite=zzz")]
    [InlineData("/bibliotheque?q=aucun%20guide%20ne%20contient%20xqzw")]
    public async Task Any_search_has_an_answer(string path)
        => (await hub.NewBrowser().Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
}
