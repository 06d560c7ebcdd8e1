using System.Text.Json;
using CapaCitoyenne.Associations.Pages;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Accounts;

public class MyAccountTests(HubFixture hub)
{
    private const string PasswordPage = "/mon-compte/mot-de-passe";
    private const string NewPassword = "une phrase toute neuve";

    [Fact]
    public async Task The_account_is_for_whoever_is_signed_in()
    {
        foreach (var path in new[] { "/mon-compte", PasswordPage, "/mon-compte/effacer", "/mon-compte?handler=Data" })
            (await hub.NewBrowser().Http.GetAsync(path)).Headers.Location!.AbsolutePath.ShouldBe("/connexion");
    }

    [Fact]
    public async Task A_new_name_is_everybodys_at_once()
    {
        var space = await hub.Given.AnAssociation();

        var response = await space.Admin.SubmitAsync("/mon-compte", null, ("Input.Name", "  Léa   Bonnet-Diallo "));

        response.Headers.Location!.OriginalString.ShouldBe("/mon-compte?fait=nom");
        (await space.Admin.RefreshSessionAsync()).User!.Name.ShouldBe("Léa Bonnet-Diallo");
        // The cookie says it too: an invitation is signed by it.
        var token = await hub.InviteAsync(space.Admin, People.NewEmail(), SpaceRoles.Member);
        (await hub.NewBrowser().ReadAsync($"/invitation/{token}")).ShouldContain("Léa Bonnet-Diallo");
    }

    [Fact]
    public async Task An_empty_name_is_refused_next_to_its_field()
    {
        var space = await hub.Given.AnAssociation();

        var page = await (await space.Admin.SubmitAsync("/mon-compte", null, ("Input.Name", " "))).ReadPageAsync();

        page.ShouldContain("aria-invalid=\"true\"");
        (await space.Admin.RefreshSessionAsync()).User!.Name.ShouldBe("Léa Bonnet");
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_ends_the_others_and_is_told_by_mail()
    {
        var space = await hub.Given.AnAssociation();
        var other = hub.NewBrowser();
        await other.SignInAsync(space.AdminEmail, TestSpace.Password);

        var response = await ChangeAsync(space, TestSpace.Password, NewPassword);
        (await space.Admin.ReadAsync("/mon-compte")).ShouldNotContain("Déconnecter toutes les autres");
        hub.Wait(TimeSpan.FromSeconds(61));
        await hub.RunJobsAsync();

        response.Headers.Location!.OriginalString.ShouldBe("/mon-compte?fait=mot-de-passe");
        (await space.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
        (await other.RefreshSessionAsync()).User.ShouldBeNull();
        hub.Mail.LinkTo(space.AdminEmail, "/mot-de-passe-oublie").ShouldNotBeNull();
        await hub.NewBrowser().SignInAsync(space.AdminEmail, NewPassword);
        (await space.Admin.ReadAsync("/mon-compte")).ShouldContain("Déconnecter toutes les autres");
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_the_present_one_alone()
    {
        var space = await hub.Given.AnAssociation();

        var page = await (await ChangeAsync(space, "pas le bon du tout", NewPassword)).ReadPageAsync();

        page.ShouldContain("Ce n’est pas le mot de passe de ce compte.");
        await hub.NewBrowser().SignInAsync(space.AdminEmail, TestSpace.Password);
    }

    [Fact]
    public async Task Ten_wrong_guesses_at_an_open_browser_lock_the_account()
    {
        var space = await hub.Given.AnAssociation();
        for (var attempt = 0; attempt < 10; attempt++)
            await ChangeAsync(space, "pas le bon du tout", NewPassword);

        (await (await ChangeAsync(space, TestSpace.Password, NewPassword)).ReadPageAsync()).ShouldContain("Ce n’est pas le mot de passe de ce compte.");
    }

    [Theory]
    [InlineData("court")]
    [InlineData("motdepasse123")]
    public async Task A_weak_password_is_refused_before_the_present_one_is_looked_at(string weak)
    {
        var space = await hub.Given.AnAssociation();

        var page = await (await ChangeAsync(space, TestSpace.Password, weak)).ReadPageAsync();

        page.ShouldContain("id=\"password-error\" class=\"field-error field-validation-error\"");
        await hub.NewBrowser().SignInAsync(space.AdminEmail, TestSpace.Password);
    }

    [Fact]
    public async Task The_file_holds_what_the_hub_holds_and_no_secret()
    {
        var space = await hub.Given.AnAssociation();
        await hub.InviteAsync(space.Admin, People.NewEmail(), SpaceRoles.Member);

        var response = await space.Admin.Http.GetAsync("/mon-compte?handler=Data");
        var text = await response.Content.ReadAsStringAsync();
        var data = JsonDocument.Parse(text).RootElement.GetProperty("data");

        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".json");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        data.GetProperty("account").GetProperty("email").GetString().ShouldBe(space.AdminEmail);
        var membership = data.GetProperty("associations").GetProperty("memberships")[0];
        membership.GetProperty("space").GetString().ShouldBe(space.Name);
        membership.GetProperty("roles")[0].GetString().ShouldBe(SpaceRoles.Admin);
        data.GetProperty("associations").GetProperty("sessions").GetArrayLength().ShouldBe(1);
        data.GetProperty("associations").GetProperty("actions").EnumerateArray().ShouldContain(action => action.GetProperty("service").GetString() == "Invitation");
        text.ShouldContain("Léa Bonnet", Case.Sensitive, "Accents are written as such.");
        text.ShouldNotContain("hash", Case.Insensitive);
        text.ShouldNotContain("stamp", Case.Insensitive);
    }

    [Fact]
    public async Task The_file_of_one_person_says_nothing_of_another()
    {
        var mine = await hub.Given.AnAssociation();
        var theirs = await hub.Given.AnAssociation();

        var text = await mine.Admin.Http.GetStringAsync("/mon-compte?handler=Data");

        text.ShouldNotContain(theirs.AdminEmail);
        text.ShouldNotContain(theirs.Name);
    }

    private static Task<HttpResponseMessage> ChangeAsync(TestSpace space, string current, string next) =>
        space.Admin.SubmitAsync(PasswordPage, null, ("Input.CurrentPassword", current), ("Input.Password", next));
}
