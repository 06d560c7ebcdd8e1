using CapaCitoyenne.Associations.Accounts;
using CapaCitoyenne.Associations.SignUps;
using Microsoft.AspNetCore.WebUtilities;

namespace CapaCitoyenne.TestBase;

/// <summary>A space that a test may use as its own.</summary>
/// <param name="Admin">The browser of its first admin, signed in.</param>
public sealed record TestSpace(Guid TenantId, string Name, string Slug, Guid AdminId, string AdminEmail, HubClient Admin)
{
    public const string Password = "un café allongé";
}

/// <summary>What tests start from. Everything is made as people make it: by HTTP.</summary>
public sealed class Given(HubFixture hub)
{
    private static int _count;

    /// <summary>A new association whose admin has confirmed their address and is signed in.</summary>
    public async Task<TestSpace> AnAssociation(string? name = null, bool isConfirmed = true)
    {
        var number = Interlocked.Increment(ref _count);
        name ??= $"Les Amis du square n° {number}";
        var email = $"admin{number}-{Guid.NewGuid():N}@exemple.fr";
        var browser = hub.NewBrowser();
        var form = await browser.GetAsync<SignUpFormDto>("/api/associations/sign-up/form");
        hub.Wait(TimeSpan.FromSeconds(20));
        var signUp = await browser.PostAsync<SignUpDto>("/api/associations/sign-up", new CreateSignUpInput
        {
            AssociationName = name, Town = "Paris", Name = "Léa Bonnet", Email = email, Password = TestSpace.Password,
            IdempotencyKey = Guid.NewGuid().ToString("N"), FormToken = form.FormToken,
        });
        browser.Space = signUp.Slug;
        if (isConfirmed)
        {
            await hub.RunJobsAsync();
            await ConfirmAsync(browser, email);
        }

        var session = await browser.RefreshSessionAsync();
        return new TestSpace(signUp.TenantId, name, signUp.Slug, session.User!.Id, email, browser);
    }

    // What the button of the confirmation page does.
    private async Task ConfirmAsync(HubClient browser, string email)
    {
        await browser.RefreshSessionAsync();
        var link = QueryHelpers.ParseQuery(hub.Mail.LinkTo(email, "/confirmer").Query);
        await browser.PostAsync("/api/associations/account/confirm-email", new ConfirmEmailInput { UserId = Guid.Parse(link["u"]!), Token = link["jeton"]! });
    }
}
