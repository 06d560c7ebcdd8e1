using System.Net;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.SignUps;

public class SignUpTests(HubFixture hub)
{
    [Fact]
    public async Task Three_answers_open_a_space_whose_admin_is_signed_in()
    {
        var space = await hub.Given.AnAssociation("Les Jardins d'Éole");

        var session = await space.Admin.RefreshSessionAsync();

        space.Slug.ShouldBe("les-jardins-d-eole");
        session.User!.Email.ShouldBe(space.AdminEmail);
        session.User.EmailConfirmed.ShouldBeTrue();
        session.CurrentSpace!.Roles.ShouldBe([SpaceRoles.Admin]);
        session.Memberships.ShouldHaveSingleItem().Name.ShouldBe("Les Jardins d'Éole");
    }

    [Fact]
    public async Task Repeating_a_sign_up_gives_the_same_space_and_signs_in_again()
    {
        var input = await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail());
        var first = await (await hub.NewBrowser().SignUpAsync(input)).EnsureSuccess().ReadAsync<SignUpDto>();

        var browser = hub.NewBrowser();
        var second = await (await browser.SignUpAsync(input)).EnsureSuccess().ReadAsync<SignUpDto>();

        second.ShouldBe(first);
        (await browser.RefreshSessionAsync()).Memberships.ShouldHaveSingleItem().TenantId.ShouldBe(first.TenantId);
    }

    [Fact]
    public async Task Clicking_several_times_at_once_opens_one_space()
    {
        var input = await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail(), "Les clics répétés");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await (await hub.NewBrowser().SignUpAsync(input)).EnsureSuccess().ReadAsync<SignUpDto>()));

        answers.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Associations_of_one_name_at_the_same_moment_all_get_their_space()
    {
        var inputs = new List<CreateSignUpInput>();
        for (var i = 0; i < 4; i++)
            inputs.Add(await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail(), "Au même moment"));

        var answers = await Task.WhenAll(inputs.Select(async input => await (await hub.NewBrowser().SignUpAsync(input)).EnsureSuccess().ReadAsync<SignUpDto>()));

        answers.Select(space => space.Slug).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("nul\0octet")]
    [InlineData("deux\r\nBcc: tous@exemple.fr")]
    [InlineData("\u202Erenversé")]
    public async Task Names_with_control_characters_are_refused_or_made_one_line(string name)
    {
        var browser = hub.NewBrowser();
        var email = People.NewEmail();
        var response = await browser.SignUpAsync(await hub.FillSignUpAsync(browser, email, name));

        if (!response.IsSuccessStatusCode)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            return;
        }

        await hub.RunJobsAsync();
        hub.Mail.To(email).ShouldHaveSingleItem().Bcc.ShouldBeEmpty();
        (await response.ReadAsync<SignUpDto>()).Name.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_repeated_key_with_another_password_signs_nobody_in()
    {
        var input = await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail());
        (await hub.NewBrowser().SignUpAsync(input)).EnsureSuccess();

        input.Password = "un autre mot de passe";
        var response = await hub.NewBrowser().SignUpAsync(input);

        (await response.CodeAsync()).ShouldBe(AssociationsErrorCodes.SignUpKeyReused);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Two_associations_of_the_same_name_get_two_addresses_the_second_with_its_town()
    {
        var name = $"Repair café {Guid.NewGuid():N}"[..24];
        var first = await (await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail(), name))).ReadAsync<SignUpDto>();
        var second = await (await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail(), name))).ReadAsync<SignUpDto>();

        second.Slug.ShouldBe(first.Slug + "-pantin");
    }

    [Fact]
    public async Task Nobody_learns_from_a_sign_up_whether_an_address_is_known()
    {
        var known = (await hub.Given.AnAssociation()).AdminEmail;
        var forKnown = await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), known, "Essai un"));
        var forUnknown = await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), People.NewEmail(), "Essai deux"));

        forKnown.StatusCode.ShouldBe(forUnknown.StatusCode);
        Names(forKnown).ShouldBe(Names(forUnknown));

        static string[] Names(HttpResponseMessage response) => [.. response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_space_opened_with_a_known_address_is_attached_to_its_account_by_the_mailed_link_only()
    {
        var known = await hub.Given.AnAssociation();
        var browser = hub.NewBrowser();
        var space = await (await browser.SignUpAsync(await hub.FillSignUpAsync(browser, known.AdminEmail, "Deuxième association"))).ReadAsync<SignUpDto>();
        (await known.Admin.RefreshSessionAsync()).Memberships.Count.ShouldBe(1);

        var confirmation = await hub.ConfirmAsync(known.Admin, known.AdminEmail);

        confirmation.Merged.ShouldBeTrue();
        (await known.Admin.RefreshSessionAsync()).Memberships.ShouldContain(membership => membership.TenantId == space.TenantId);
        hub.Wait(TimeSpan.FromMinutes(2));
        (await browser.RefreshSessionAsync()).User.ShouldBeNull();
    }

    [Fact]
    public async Task A_known_address_with_its_password_joins_the_account_at_once()
    {
        var known = await hub.Given.AnAssociation();
        var browser = hub.NewBrowser();
        var input = await hub.FillSignUpAsync(browser, known.AdminEmail, "Une autre encore");
        input.Password = TestSpace.Password;

        (await browser.SignUpAsync(input)).EnsureSuccess();

        (await browser.RefreshSessionAsync()).User!.Id.ShouldBe(known.AdminId);
        (await browser.RefreshSessionAsync()).Memberships.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_names_an_address_first_without_proof_does_not_keep_it()
    {
        var email = People.NewEmail();
        var squatter = hub.NewBrowser();
        (await squatter.SignUpAsync(await hub.FillSignUpAsync(squatter, email, "Première arrivée"))).EnsureSuccess();
        var owner = hub.NewBrowser();
        var input = await hub.FillSignUpAsync(owner, email, "La vraie association");
        input.Password = "le vrai mot de passe";
        (await owner.SignUpAsync(input)).EnsureSuccess();

        await owner.RefreshSessionAsync();
        await hub.ConfirmAsync(owner, email);

        var again = hub.NewBrowser();
        await again.SignInAsync(email, "le vrai mot de passe");
        (await again.RefreshSessionAsync()).Memberships.ShouldHaveSingleItem().Name.ShouldBe("La vraie association");
        (await hub.NewBrowser().SendAsync(HttpMethod.Post, "/api/associations/session", new SignInInput { Email = email, Password = People.Password }))
            .StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Whoever_signs_up_twice_before_confirming_ends_up_with_one_account_and_both_spaces()
    {
        var email = People.NewEmail();
        (await hub.NewBrowser().SignUpAsync(await hub.FillSignUpAsync(hub.NewBrowser(), email, "Premier essai"))).EnsureSuccess();
        var first = await hub.LinkAsync(email, "/confirmer");
        var input = await hub.FillSignUpAsync(hub.NewBrowser(), email, "Second essai");
        input.Password = "le second mot de passe";
        (await hub.NewBrowser().SignUpAsync(input)).EnsureSuccess();
        var second = await hub.LinkAsync(email, "/confirmer");

        foreach (var (userId, token) in new[] { second, first, second })
            await hub.NewBrowser().PostAsync("/api/associations/account/confirm-email", new Accounts.ConfirmEmailInput { UserId = userId, Token = token });

        var browser = hub.NewBrowser();
        await browser.SignInAsync(email, "le second mot de passe");
        (await browser.RefreshSessionAsync()).Memberships.Select(membership => membership.Name).ShouldBe(["Premier essai", "Second essai"]);
    }

    [Fact]
    public async Task A_form_that_comes_back_at_once_or_after_a_day_is_refused()
    {
        var browser = hub.NewBrowser();
        var form = await browser.GetAsync<SignUpFormDto>("/api/associations/sign-up/form");
        var input = await hub.FillSignUpAsync(browser, People.NewEmail());
        var old = input.FormToken;

        input.FormToken = (await browser.GetAsync<SignUpFormDto>("/api/associations/sign-up/form")).FormToken;
        (await (await browser.SignUpAsync(input)).CodeAsync()).ShouldBe(AssociationsErrorCodes.SignUpTooFast);

        hub.Wait(TimeSpan.FromHours(25));
        input.FormToken = old;
        (await (await browser.SignUpAsync(input)).CodeAsync()).ShouldBe(AssociationsErrorCodes.SignUpFormExpired);
        input.FormToken = form.FormToken + "x";
        (await (await browser.SignUpAsync(input)).CodeAsync()).ShouldBe(AssociationsErrorCodes.SignUpFormExpired);
    }

    [Fact]
    public async Task A_filled_honeypot_is_refused_aloud()
    {
        var browser = hub.NewBrowser();
        var input = await hub.FillSignUpAsync(browser, People.NewEmail());
        input.Website = "https://exemple.fr";

        (await (await browser.SignUpAsync(input)).CodeAsync()).ShouldBe(AssociationsErrorCodes.SignUpRefused);
    }

    [Theory]
    [InlineData("court", AssociationsErrorCodes.PasswordTooShort)]
    [InlineData("motdepasse123", AssociationsErrorCodes.PasswordTooCommon)]
    [InlineData("aaaaaaaaaaaa", AssociationsErrorCodes.PasswordTooCommon)]
    [InlineData("Amina Cherif", AssociationsErrorCodes.PasswordTooCommon)]
    public async Task A_password_that_is_guessed_first_is_refused(string password, string code)
    {
        var browser = hub.NewBrowser();
        var input = await hub.FillSignUpAsync(browser, People.NewEmail());
        input.Password = password;

        (await (await browser.SignUpAsync(input)).CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Without_a_password_the_confirmation_leads_to_choosing_one()
    {
        var browser = hub.NewBrowser();
        var email = People.NewEmail();
        var input = await hub.FillSignUpAsync(browser, email);
        input.Password = null;
        (await browser.SignUpAsync(input)).EnsureSuccess();

        await browser.RefreshSessionAsync();
        var confirmation = await hub.ConfirmAsync(browser, email);
        var (userId, _) = await hub.LinkAsync(email, "/confirmer");
        await browser.PostAsync("/api/associations/account/reset-password", new Accounts.ResetPasswordInput { UserId = userId, Token = confirmation.PasswordToken!, Password = People.Password });

        var again = hub.NewBrowser();
        await again.SignInAsync(email, People.Password);
        (await again.RefreshSessionAsync()).User!.EmailConfirmed.ShouldBeTrue();
    }
}
