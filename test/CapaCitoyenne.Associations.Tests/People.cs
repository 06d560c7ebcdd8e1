using System.Globalization;
using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.Invitations;
using CapaCitoyenne.Associations.SignUps;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.WebUtilities;

namespace CapaCitoyenne.Associations;

/// <summary>What people do in these tests, in one line each.</summary>
internal static class People
{
    public const string Password = "trois canards bleus";

    public static string NewEmail() => string.Create(CultureInfo.InvariantCulture, $"personne-{Guid.NewGuid():N}@exemple.fr");

    /// <summary>An opened and filled-in sign-up form.</summary>
    public static async Task<CreateSignUpInput> FillSignUpAsync(this HubFixture hub, HubClient browser, string email, string name = "Les Voisins du canal")
    {
        var form = await browser.GetAsync<SignUpFormDto>("/api/associations/sign-up/form");
        hub.Wait(TimeSpan.FromSeconds(20));
        return new CreateSignUpInput
        {
            AssociationName = name, Town = "Pantin", Name = "Amina Cherif", Email = email, Password = Password,
            IdempotencyKey = form.IdempotencyKey, FormToken = form.FormToken,
        };
    }

    public static Task<HttpResponseMessage> SignUpAsync(this HubClient browser, CreateSignUpInput input) =>
        browser.SendAsync(HttpMethod.Post, "/api/associations/sign-up", input);

    /// <summary>The user id and token of the newest link to a person.</summary>
    public static async Task<(Guid UserId, string Token)> LinkAsync(this HubFixture hub, string email, string path)
    {
        await hub.RunJobsAsync();
        var query = QueryHelpers.ParseQuery(hub.Mail.LinkTo(email, path).Query);
        return (Guid.Parse(query["u"]!), query["jeton"]!);
    }

    public static async Task<EmailConfirmationDto> ConfirmAsync(this HubFixture hub, HubClient browser, string email)
    {
        var (userId, token) = await hub.LinkAsync(email, "/confirmer");
        return await browser.PostAsync<EmailConfirmationDto>(
            "/api/associations/account/confirm-email", new ConfirmEmailInput { UserId = userId, Token = token });
    }

    /// <summary>A person with an account of their own, invited into the space with these roles, signed in there.</summary>
    public static async Task<HubClient> JoinAsync(this HubFixture hub, TestSpace space, string email, params string[] roles)
    {
        var token = await hub.InviteAsync(space.Admin, email, roles);
        var browser = hub.NewBrowser();
        await browser.PostAsync("/api/associations/invitation-public/accept", new AcceptInvitationInput { Token = token, Name = "Paul Meunier", Password = Password });
        browser.Space = space.Slug;
        await browser.RefreshSessionAsync();
        return browser;
    }

    /// <summary>Sends an invitation and gives the token that arrived by mail.</summary>
    public static async Task<string> InviteAsync(this HubFixture hub, HubClient inviter, string email, params string[] roles)
    {
        await inviter.PostAsync("/api/associations/invitation", new CreateInvitationInput { Email = email, Roles = [.. roles] });
        await hub.RunJobsAsync();
        return hub.Mail.LinkTo(email, "/invitation/").Segments[^1];
    }
}
