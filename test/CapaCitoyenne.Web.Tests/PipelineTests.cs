using System.Net;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Web.Tests;

public sealed class PipelineTests(HubFixture hub)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/inscription")]
    [InlineData("/bibliotheque")]
    [InlineData("/formations")]
    [InlineData("/adresse-inconnue")]
    [InlineData("/api/associations/session")]
    public async Task Every_answer_carries_its_number_and_a_strict_policy(string path)
    {
        var response = await hub.NewBrowser().Http.GetAsync(path);

        response.Headers.GetValues("X-Correlation-Id").Single().Length.ShouldBeGreaterThan(8);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_password_manager_finds_where_a_password_is_changed()
    {
        var response = await hub.NewBrowser().Http.GetAsync("/.well-known/change-password");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await hub.NewBrowser().Http.GetAsync(response.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_address_of_the_hub_is_a_worded_404()
    {
        var response = await hub.NewBrowser().Http.GetAsync("/adresse-inconnue");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Cette page");
    }

    [Fact]
    public async Task An_unknown_route_of_the_API_is_a_404_without_a_page()
    {
        var response = await hub.NewBrowser().Http.GetAsync("/api/inconnu");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("<html");
    }

    [Fact]
    public async Task The_language_of_an_error_follows_the_reader()
    {
        var http = hub.NewBrowser().Http;
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        (await (await http.GetAsync("/api/mailing/campaign")).Content.ReadAsStringAsync()).ShouldContain("Sign in to go on");
    }
}
