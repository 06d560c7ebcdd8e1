using System.Net;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Accounts;

public class SignInTests(HubFixture hub)
{
    [Fact]
    public async Task Unknown_address_wrong_password_and_locked_account_give_the_same_answer()
    {
        var space = await hub.Given.AnAssociation();
        var wrong = await SignInAsync(space.AdminEmail, "pas le bon du tout");
        var unknown = await SignInAsync(People.NewEmail(), "pas le bon du tout");
        for (var attempt = 0; attempt < 10; attempt++)
            await SignInAsync(space.AdminEmail, "pas le bon du tout");

        var locked = await SignInAsync(space.AdminEmail, TestSpace.Password);

        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        string[] codes = [(await wrong.CodeAsync())!, (await unknown.CodeAsync())!, (await locked.CodeAsync())!];
        codes.ShouldAllBe(code => code == AssociationsErrorCodes.SignInFailed);
    }

    [Fact]
    public async Task Ten_wrong_passwords_in_sign_ups_lock_the_account_too()
    {
        var space = await hub.Given.AnAssociation();
        for (var attempt = 0; attempt < 10; attempt++)
            await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), space.AdminEmail, $"Essai {attempt}"));

        (await SignInAsync(space.AdminEmail, TestSpace.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var space = await hub.Given.AnAssociation();

        await space.Admin.DeleteAsync("/api/associations/session");

        (await space.Admin.RefreshSessionAsync()).User.ShouldBeNull();
    }

    [Fact]
    public async Task A_mailed_link_sets_a_new_password_once_and_ends_other_sessions()
    {
        var space = await hub.Given.AnAssociation();
        await hub.NewBrowser().PostAsync("/api/associations/account/send-password-reset", new SendPasswordResetInput { Email = space.AdminEmail });
        var (userId, token) = await hub.LinkAsync(space.AdminEmail, "/mot-de-passe/nouveau");
        var input = new ResetPasswordInput { UserId = userId, Token = token, Password = "une nouvelle phrase" };

        var browser = hub.NewBrowser();
        await browser.PostAsync("/api/associations/account/reset-password", input);

        (await browser.RefreshSessionAsync()).User!.Id.ShouldBe(space.AdminId);
        (await (await hub.NewBrowser().SendAsync(HttpMethod.Post, "/api/associations/account/reset-password", input)).CodeAsync())
            .ShouldBe(AssociationsErrorCodes.LinkInvalid);
        hub.Wait(TimeSpan.FromMinutes(2));
        (await space.Admin.RefreshSessionAsync()).User.ShouldBeNull();
    }

    [Fact]
    public async Task Asking_for_a_password_answers_the_same_for_an_unknown_address_and_mails_nothing()
    {
        var email = People.NewEmail();
        var response = await hub.NewBrowser().SendAsync(HttpMethod.Post, "/api/associations/account/send-password-reset", new SendPasswordResetInput { Email = email });
        await hub.RunJobsAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        hub.Mail.To(email).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_with_the_session_cookie_needs_the_antiforgery_token()
    {
        var space = await hub.Given.AnAssociation();
        var request = new HttpRequestMessage(HttpMethod.Delete, "/api/associations/session");

        var response = await space.Admin.Http.SendAsync(request);

        (await response.CodeAsync()).ShouldBe("Identity:RequestNotVerified");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://voisins.localhost:5000")]
    public async Task A_change_from_another_origin_is_refused_even_without_a_session(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/associations/session") { Headers = { { header, value } } };
        request.Content = System.Net.Http.Json.JsonContent.Create(new SignInInput { Email = People.NewEmail(), Password = "x" });

        var response = await hub.NewBrowser().Http.SendAsync(request);

        (await response.CodeAsync()).ShouldBe("Identity:RequestNotVerified");
    }

    [Fact]
    public async Task The_session_cookie_is_for_the_server_alone()
    {
        var browser = hub.NewBrowser();
        var response = (await browser.SignUpAsync(await hub.FillSignUpAsync(browser, People.NewEmail()))).EnsureSuccess();

        var cookie = response.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("session=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("domain=");
    }

    private Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        hub.NewBrowser().SendAsync(HttpMethod.Post, "/api/associations/session", new SignInInput { Email = email, Password = password });
}
