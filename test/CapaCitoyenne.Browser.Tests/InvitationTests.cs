using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>Somebody is brought into the space: from the screen of the members to the mail, and into the workspace.</summary>
public sealed class InvitationTests(BrowserHub hub)
{
    [Theory]
    [InlineData(false, "Les Compagnons du pont")]
    [InlineData(true, "Les Compagnons du clavier")]
    public async Task An_invited_editor_without_an_account_joins_from_the_mail_and_writes(bool byKeyboard, string association)
    {
        var who = byKeyboard ? "clavier" : "souris";
        var invited = $"hugo.{who}@exemple.fr";
        await using var lea = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await lea.SignsUpAsync(hub, association, $"lea.invite.{who}@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, $"lea.invite.{who}@exemple.fr");
        await lea.FollowAsync("Réglages");
        await lea.FollowAsync("Les membres");
        await lea.PressAsync("Inviter une personne");
        await lea.FillAsync("Son adresse électronique", invited);
        await lea.TickAsync("Communication");
        await lea.ShouldBeAccessibleAsync();
        await lea.PressInDialogAsync("Envoyer l’invitation");
        await lea.Page.GetByText($"L’invitation est partie à {invited}").First.WaitForAsync();
        await lea.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Invitations en attente" }).WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await hub.RunJobsAsync();

        await using var hugo = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await hugo.OpenLinkFromMailAsync(invited, "/invitation/");
        (await hugo.TitleAsync()).ShouldContain(association);
        await hugo.ShouldBeAccessibleAsync();
        await hugo.FillAsync("Votre nom", "Hugo Petit");
        await hugo.FillAsync("Mot de passe", Journey.Password);
        await hugo.PressAsync(hugo.Page.Locator("main button"));

        await hugo.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Bonjour Hugo" }).WaitForAsync();
        await hugo.ShouldBeAccessibleAsync();
        // Rédaction opens the site, and not the address book.
        await hugo.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Site", Exact = true }).First.WaitForAsync();
        (await hugo.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Carnet", Exact = true }).CountAsync()).ShouldBe(0);

        await lea.Page.ReloadAsync();
        await lea.Page.GetByText("Hugo Petit").First.WaitForAsync();
        (await lea.Page.GetByText("Invitations en attente").CountAsync()).ShouldBe(0);
    }
}
