using System.Net;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Associations.Invitations;

public class InvitationTests(HubFixture hub)
{
    private const string Accept = "/api/associations/invitation-public/accept";

    [Fact]
    public async Task An_invited_person_gets_an_account_and_the_role()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();

        var guest = await hub.JoinAsync(space, email, SpaceRoles.Communicator);

        var session = await guest.RefreshSessionAsync();
        session.User!.Email.ShouldBe(email);
        session.User.EmailConfirmed.ShouldBeTrue();
        session.CurrentSpace!.Roles.ShouldBe([SpaceRoles.Communicator]);
    }

    [Fact]
    public async Task An_invitation_works_once()
    {
        var space = await hub.Given.AnAssociation();
        var token = await hub.InviteAsync(space.Admin, People.NewEmail(), SpaceRoles.Member);
        await hub.NewBrowser().PostAsync(Accept, new AcceptInvitationInput { Token = token, Password = People.Password });

        var again = await hub.NewBrowser().SendAsync(HttpMethod.Post, Accept, new AcceptInvitationInput { Token = token, Password = People.Password });

        (await again.CodeAsync()).ShouldBe(AssociationsErrorCodes.InvitationInvalid);
    }

    [Fact]
    public async Task Who_presses_twice_or_comes_back_by_the_link_is_led_to_the_space_that_they_joined()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        var token = await hub.InviteAsync(space.Admin, email, SpaceRoles.Member);
        var guest = hub.NewBrowser();
        await guest.PostAsync(Accept, new AcceptInvitationInput { Token = token, Password = People.Password });
        await guest.RefreshSessionAsync();

        var again = await guest.PostAsync<AcceptedInvitationDto>(Accept, new AcceptInvitationInput { Token = token, Password = People.Password });
        var page = await guest.Http.GetAsync($"/invitation/{token}");

        again.Slug.ShouldBe(space.Slug);
        page.Headers.Location!.ToString().ShouldBe($"/espace/{space.Slug}/");
        (await hub.NewBrowser().Http.GetAsync($"/invitation/{token}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_invited_before_an_admin_has_confirmed_their_address()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);

        var refused = await space.Admin.SendAsync(HttpMethod.Post, "/api/associations/invitation", new CreateInvitationInput { Email = People.NewEmail(), Roles = [SpaceRoles.Member] });

        (await refused.CodeAsync()).ShouldBe(AssociationsErrorCodes.EmailNotConfirmed);
    }

    [Fact]
    public async Task One_address_is_not_written_to_again_and_again()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        for (var i = 0; i < MailBrake.LinksPerHour; i++) await hub.InviteAsync(space.Admin, email, SpaceRoles.Member);

        var refused = await space.Admin.SendAsync(HttpMethod.Post, "/api/associations/invitation", new CreateInvitationInput { Email = email, Roles = [SpaceRoles.Member] });

        (await refused.CodeAsync()).ShouldBe(AssociationsErrorCodes.TooManyMails);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task An_invitation_expires_after_fourteen_days()
    {
        var space = await hub.Given.AnAssociation();
        var token = await hub.InviteAsync(space.Admin, People.NewEmail(), SpaceRoles.Member);
        hub.Wait(TimeSpan.FromDays(InvitationConsts.ValidDays));

        var response = await hub.NewBrowser().SendAsync(HttpMethod.Post, Accept, new AcceptInvitationInput { Token = token, Password = People.Password });

        (await response.CodeAsync()).ShouldBe(AssociationsErrorCodes.InvitationInvalid);
    }

    [Fact]
    public async Task Revoking_and_sending_again_both_end_the_old_link()
    {
        var space = await hub.Given.AnAssociation();
        var email = People.NewEmail();
        var first = await hub.InviteAsync(space.Admin, email, SpaceRoles.Member);
        var invitation = (await space.Admin.GetAsync<PagedResultDto<InvitationDto>>("/api/associations/invitation")).Items.Single();

        await space.Admin.PostAsync($"/api/associations/invitation/{invitation.Id}/resend");
        await hub.RunJobsAsync();
        var second = hub.Mail.LinkTo(email, "/invitation/").Segments[^1];
        (await StatusAsync(first)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.OK);

        await space.Admin.DeleteAsync($"/api/associations/invitation/{invitation.Id}");
        (await StatusAsync(second)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_known_person_joins_with_their_own_password_only()
    {
        var space = await hub.Given.AnAssociation();
        var guest = await hub.Given.AnAssociation();
        var token = await hub.InviteAsync(space.Admin, guest.AdminEmail, SpaceRoles.Trainer);

        var wrong = await hub.NewBrowser().SendAsync(HttpMethod.Post, Accept, new AcceptInvitationInput { Token = token, Password = People.Password });
        var browser = hub.NewBrowser();
        var right = await browser.PostAsync<AcceptedInvitationDto>(Accept, new AcceptInvitationInput { Token = token, Password = TestSpace.Password });

        (await wrong.CodeAsync()).ShouldBe(AssociationsErrorCodes.SignInFailed);
        right.Slug.ShouldBe(space.Slug);
        (await browser.RefreshSessionAsync()).User!.Id.ShouldBe(guest.AdminId);
    }

    [Theory]
    [InlineData("n-importe-quoi")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_not_a_token_is_an_invalid_invitation(string token) => (await StatusAsync(token)).ShouldBe(HttpStatusCode.NotFound);

    private async Task<HttpStatusCode> StatusAsync(string token) =>
        (await hub.NewBrowser().SendAsync(HttpMethod.Get, $"/api/associations/invitation-public?token={token}")).StatusCode;
}
