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
        const string Email = "lea.compte.pages@exemple.fr";
        await using (var lea = await hub.AVisitorAsync()) await lea.SignsUpAsync(hub, "Les Relieurs du marché", Email);
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen);
            await visitor.SignsInAsync(Email);
            foreach (var path in new[] { "/mon-compte?fait=nom", "/mon-compte/mot-de-passe", "/mon-compte/effacer", "/compte-efface" })
            {
                (await visitor.GoToAsync(path))!.Status.ShouldBe(200, path);
                await visitor.ShouldBeAccessibleAsync();
            }
        }
    }
}
