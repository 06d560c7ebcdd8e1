using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>One's own account, from the workspace to the door.</summary>
public sealed class AccountTests(BrowserHub hub)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_phone_is_signed_out_from_the_account_that_the_menu_leads_to(bool byKeyboard)
    {
        var email = $"lea.compte.{(byKeyboard ? "clavier" : "souris")}@exemple.fr";
        await using var lea = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await lea.SignsUpAsync(hub, byKeyboard ? "Les Vigies du clavier" : "Les Vigies du port", email);
        await using var phone = await hub.AVisitorAsync();
        await phone.SignsInAsync(email);

        await lea.PressAsync("Votre compte");
        await lea.PressAsync(AriaRole.Menuitem, "Mon compte");
        await lea.Page.WaitForURLAsync("**/mon-compte");
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Déconnecter Chrome");

        await lea.Page.GetByText("Cette session est fermée.").WaitForAsync();
        (await lea.Page.GetByText("Déconnecter toutes les autres").CountAsync()).ShouldBe(0);
        hub.Wait(TimeSpan.FromSeconds(61));
        await phone.GoToAsync("/mes-espaces");
        phone.Page.Url.ShouldContain("/connexion");
    }

    [Fact]
    public async Task The_pages_of_the_account_are_accessible_on_a_phone_and_on_a_desk_light_and_dark()
    {
        const string Admin = "lea.compte.pages@exemple.fr";
        const string Reader = "hugo.compte.pages@exemple.fr";
        await using (var lea = await hub.AVisitorAsync()) await lea.SignsUpAsync(hub, "Les Relieurs du marché", Admin);
        await AReviewerAsync(Reader);
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen);
            await visitor.SignsInAsync(Admin);
            foreach (var path in new[] { "/mon-compte?fait=nom", "/mon-compte/mot-de-passe", "/mon-compte/effacer", "/compte-efface" })
            {
                (await visitor.GoToAsync(path))!.Status.ShouldBe(200, path);
                await visitor.ShouldBeAccessibleAsync();
            }

            // Nobody depends on this account: the form is there.
            await using var reader = await hub.AVisitorAsync(screen);
            await reader.SignsInAsync(Reader);
            await reader.GoToAsync("/mon-compte/effacer");
            await reader.PressAsync("Effacer mon compte pour toujours");
            await reader.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
            await reader.ShouldBeAccessibleAsync();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_erases_their_account_and_cannot_come_back(bool byKeyboard)
    {
        var email = $"hugo.part.{(byKeyboard ? "clavier" : "souris")}@exemple.fr";
        await AReviewerAsync(email);
        await using var hugo = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await hugo.SignsInAsync(email);
        await hugo.FollowAsync("Mon compte");
        await hugo.FollowAsync("Effacer mon compte");
        await hugo.FillAsync("Mot de passe actuel", Journey.Password);
        await hugo.FillAsync("Pour confirmer, tapez", "effacer");
        await hugo.PressAsync("Effacer mon compte pour toujours");

        await hugo.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Votre compte est effacé" }).WaitForAsync();
        await hugo.GoToAsync("/connexion");
        await hugo.FillAsync("Adresse de courriel", email);
        await hugo.FillAsync("Mot de passe", Journey.Password);
        await hugo.PressAsync("Se connecter");
        await hugo.Page.GetByText("L’adresse ou le mot de passe ne convient pas.").WaitForAsync();
    }

    /// <summary>An account that no space depends on.</summary>
    private Task AReviewerAsync(string email) => hub.InAsync(null, null, services =>
        services.GetRequiredService<IAssociationSeedingService>().AddHubMemberAsync(new SeedPerson("Hugo Petit", email, Journey.Password), HubRoles.Coordinator));
}
