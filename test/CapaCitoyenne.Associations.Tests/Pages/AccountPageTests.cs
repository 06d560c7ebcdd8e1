using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Pages;

public class AccountPageTests(HubFixture hub)
{
    [Theory]
    [InlineData("/inscription")]
    [InlineData("/inscription/merci")]
    [InlineData("/connexion")]
    [InlineData("/deconnexion")]
    [InlineData("/mot-de-passe-oublie")]
    [InlineData("/mot-de-passe/nouveau")]
    [InlineData("/confirmer")]
    [InlineData("/compte-efface")]
    public async Task Every_account_page_opens_without_script(string path)
    {
        var response = await hub.NewBrowser().Http.GetAsync(path);
        var html = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("style=\"");
        Regex.Count(html, "<h1").ShouldBe(1);
    }

    [Fact]
    public async Task The_form_opens_a_space_and_leads_into_it()
    {
        var browser = hub.NewBrowser();
        var fields = await browser.OpenFormAsync("/inscription");
        hub.Wait(TimeSpan.FromSeconds(20));
        Fill(fields, People.NewEmail());

        var response = await browser.Http.PostAsync("/inscription", new FormUrlEncodedContent(fields));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldStartWith("/espace/le-jardin-de-la-rue-haute");
        (await browser.RefreshSessionAsync()).Memberships.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Errors_stand_next_to_their_fields_and_answers_stay()
    {
        var browser = hub.NewBrowser();
        var fields = await browser.OpenFormAsync("/inscription");
        hub.Wait(TimeSpan.FromSeconds(20));
        Fill(fields, People.NewEmail());
        fields["Input.Town"] = "";
        fields["Input.Name"] = "";

        var html = await (await browser.Http.PostAsync("/inscription", new FormUrlEncodedContent(fields))).Content.ReadAsStringAsync();

        html.ShouldContain("Le jardin de la rue Haute");
        Regex.IsMatch(html, "id=\"town-error\" class=\"field-error field-validation-error\"[^>]*>[^<]+<").ShouldBeTrue(html);
        Regex.IsMatch(html, "id=\"name-error\" class=\"field-error field-validation-error\"[^>]*>[^<]+<").ShouldBeTrue();
        html.ShouldContain(fields["Input.IdempotencyKey"]);
        Regex.Count(html, "aria-invalid=\"true\"").ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_password_leaves_no_trace_of_the_sign_up()
    {
        var browser = hub.NewBrowser();
        var fields = await browser.OpenFormAsync("/inscription");
        hub.Wait(TimeSpan.FromSeconds(20));
        var email = People.NewEmail();
        Fill(fields, email);
        fields["Input.Password"] = "motdepasse123";

        var html = await (await browser.Http.PostAsync("/inscription", new FormUrlEncodedContent(fields))).Content.ReadAsStringAsync();
        await hub.RunJobsAsync();

        Regex.IsMatch(html, "id=\"password-error\" class=\"field-error field-validation-error\"[^>]*>[^<]+<").ShouldBeTrue();
        hub.Mail.To(email).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://exemple.com/", "/espace/")]
    [InlineData("//exemple.com/", "/espace/")]
    [InlineData("/bibliotheque", "/bibliotheque")]
    public async Task Signing_in_goes_back_to_the_hub_only(string returnUrl, string expected)
    {
        var space = await hub.Given.AnAssociation();
        var browser = hub.NewBrowser();
        var fields = await browser.OpenFormAsync("/connexion?retour=" + Uri.EscapeDataString(returnUrl));
        fields["Input.Email"] = space.AdminEmail;
        fields["Input.Password"] = TestSpace.Password;

        var response = await browser.Http.PostAsync("/connexion", new FormUrlEncodedContent(fields));

        response.Headers.Location!.OriginalString.ShouldStartWith(expected);
    }

    [Fact]
    public async Task A_wrong_password_on_the_page_counts_towards_the_lock_out()
    {
        var space = await hub.Given.AnAssociation();
        var browser = hub.NewBrowser();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var fields = await browser.OpenFormAsync("/connexion");
            fields["Input.Email"] = space.AdminEmail;
            fields["Input.Password"] = "pas le bon du tout";
            (await browser.Http.PostAsync("/connexion", new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var right = await browser.OpenFormAsync("/connexion");
        right["Input.Email"] = space.AdminEmail;
        right["Input.Password"] = TestSpace.Password;
        (await browser.Http.PostAsync("/connexion", new FormUrlEncodedContent(right))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_switcher_shows_ones_own_spaces_and_asks_strangers_to_sign_in()
    {
        var space = await hub.Given.AnAssociation();

        (await space.Admin.Http.GetStringAsync("/mes-espaces")).ShouldContain($"/espace/{space.Slug}/");
        (await hub.NewBrowser().Http.GetAsync("/mes-espaces")).Headers.Location!.PathAndQuery.ShouldBe("/connexion?retour=%2Fmes-espaces");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var response = await hub.NewBrowser().Http.PostAsync("/connexion", new FormUrlEncodedContent([new("Input.Email", "a@b.fr"), new("Input.Password", "x")]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_character_that_no_database_holds_is_a_bad_request()
    {
        var browser = hub.NewBrowser();
        var fields = await browser.OpenFormAsync("/connexion");
        fields["Input.Email"] = "a\0b@exemple.fr";
        fields["Input.Password"] = "x";

        (await browser.Http.PostAsync("/connexion", new FormUrlEncodedContent(fields))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.Http.GetAsync("/api/associations/slug-availability?name=a%00b")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static void Fill(Dictionary<string, string> fields, string email)
    {
        fields["Input.AssociationName"] = "Le jardin de la rue Haute";
        fields["Input.Town"] = "Gentilly";
        fields["Input.Name"] = "Sofia Mendes";
        fields["Input.Email"] = email;
        fields["Input.Password"] = People.Password;
    }
}
