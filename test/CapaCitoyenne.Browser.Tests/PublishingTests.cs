using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>A page by date, its history, the menu and the trash, as a volunteer meets them.</summary>
[Collection(nameof(DaysPass))]
public sealed class PublishingTests(BrowserHub hub)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public async Task A_page_comes_and_goes_by_date_gets_an_old_text_back_and_finds_its_place_in_the_menu_by_keyboard()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Amis du pont", "lea.pont@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.pont@exemple.fr");
        await lea.PublishesTheirHomePageAsync();

        await lea.GoToAsync($"/espace/{slug}/site");
        await lea.PressAsync("Nouvelle page");
        await lea.FillAsync("Titre", "Inscriptions");
        await lea.PressInDialogAsync("Commencer à écrire");
        await lea.SavesAsync("samedi.", () => lea.WritesAsync("Les inscriptions ouvrent samedi."));
        await Schedules(lea, InDays(1), InDays(3));
        await lea.Page.GetByText("Mise en ligne prévue le").WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        (await Status(slug)).ShouldBe(404);
        await Passes(TimeSpan.FromDays(1.1));
        (await Status(slug)).ShouldBe(200);
        await Passes(TimeSpan.FromDays(2));
        (await Status(slug)).ShouldBe(404);

        await lea.Page.ReloadAsync();
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.FocusAsync();
        await lea.Page.Keyboard.PressAsync("Control+End");
        await lea.SavesAsync("dix places.", () => lea.Page.Keyboard.TypeAsync(" Il reste dix places."));
        await lea.PressAsync("Autres actions");
        await lea.PressAsync(AriaRole.Menuitem, "Historique");
        var dialog = lea.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Listitem).Nth(0).GetByRole(AriaRole.Button).ClickAsync();
        await dialog.GetByText("Texte modifié").WaitForAsync();
        (await dialog.Locator("ins").First.InnerTextAsync()).ShouldContain("Il reste dix places");
        await lea.ShouldBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Listitem).Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await lea.PressInDialogAsync("Reprendre ce texte");
        await lea.Page.GetByText("L’ancien texte est de retour").First.WaitForAsync();
        (await lea.Page.Locator(".block-editor").InnerTextAsync()).ShouldNotContain("dix places");

        await IsReadAlong(lea);
        await lea.PressInDialogAsync("Mettre en ligne");
        await lea.Page.GetByText("est en ligne.").First.WaitForAsync();
        await ArrangesTheMenuByKeyboard(lea, slug);
        await using var neighbour = await hub.AVisitorAsync();
        await neighbour.GoToAsync(hub.SiteAddress(slug));
        (await neighbour.Page.Locator(".site-menu a", new PageLocatorOptions { HasText = "Inscriptions" }).CountAsync()).ShouldBe(1);
        await neighbour.ShouldBeAccessibleAsync();

        await DeletesAndTakesBack(lea, slug);
        (await Status(slug)).ShouldBe(200);
    }

    [Fact]
    public async Task A_page_for_members_opens_after_signing_in_on_the_hub()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Amis du secret", "lea.secret@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.secret@exemple.fr");
        await lea.PublishesTheirHomePageAsync();
        await lea.GoToAsync($"/espace/{slug}/site");
        await lea.PressAsync("Nouvelle page");
        await lea.FillAsync("Titre", "Comptes rendus");
        await lea.PressInDialogAsync("Commencer à écrire");
        await lea.SavesAsync("mardi.", () => lea.WritesAsync("Le bureau se réunit mardi."));
        await lea.Page.GetByLabel("Réservée aux membres").CheckAsync();
        await lea.PressAsync("Mettre en ligne");
        await lea.PressInDialogAsync("Mettre en ligne");
        await lea.Page.GetByText("est en ligne.").First.WaitForAsync();

        await lea.GoToAsync(hub.SiteAddress(slug, "/comptes-rendus"));
        (await lea.TitleAsync()).ShouldBe("Page réservée aux membres");
        await lea.ShouldBeAccessibleAsync();
        await lea.FollowAsync("Se connecter");
        await lea.Page.GetByText("Le bureau se réunit mardi.").WaitForAsync();
        lea.Page.Url.ShouldBe(hub.SiteAddress(slug, "/comptes-rendus"));
        await lea.ShouldBeAccessibleAsync();
        var cookies = await lea.Page.Context.CookiesAsync();
        cookies.Where(cookie => cookie.Domain == new Uri(hub.SiteAddress(slug)).Host).ShouldHaveSingleItem().Name.ShouldBe("membre");

        await lea.PressAsync("Quitter");
        (await lea.GoToAsync(hub.SiteAddress(slug, "/comptes-rendus")))!.Status.ShouldBe(403);
    }

    /// <summary>A remark leads to its passage, and is mended with one press, in the dialog that puts the page online.</summary>
    private static async Task IsReadAlong(Visitor visitor)
    {
        await visitor.Page.Locator(".block-editor [contenteditable=true]").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Control+End");
        await visitor.Page.Keyboard.TypeAsync(" Appelez le 0612345678.");
        await visitor.PressAsync("Mettre en ligne");
        await visitor.PressInDialogAsync("Voir le passage");
        await visitor.Page.WaitForFunctionAsync("() => !document.querySelector('dialog[open], [role=dialog]') && document.activeElement.closest('[data-block]')");
        await visitor.PressAsync("Mettre en ligne");
        await visitor.PressInDialogAsync("Corriger");
        await visitor.WaitsForAsync(visitor.Page.Locator(".block-editor").GetByText(new Regex(@"06\s12\s34\s56\s78")));
        await visitor.WaitsForAsync(visitor.Page.GetByText("Relu : rien à signaler."));
    }

    private async Task Passes(TimeSpan time)
    {
        hub.Wait(time);
        await hub.RunJobsAsync();
    }

    private static async Task Schedules(Visitor visitor, string from, string until)
    {
        await visitor.PressAsync("Mettre en ligne");
        await visitor.Page.GetByLabel("À une date que je choisis").CheckAsync();
        await visitor.FillAsync("Mise en ligne le", from);
        await visitor.Page.GetByLabel("La retirer du site plus tard").CheckAsync();
        await visitor.FillAsync("Retirer du site le", until);
        await visitor.ShouldBeAccessibleAsync();
        await visitor.PressInDialogAsync("Programmer la mise en ligne");
    }

    private async Task ArrangesTheMenuByKeyboard(Visitor lea, string slug)
    {
        await lea.GoToAsync($"/espace/{slug}/site/menu");
        var entries = lea.Page.Locator("[data-entry]");
        await entries.First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        var entry = lea.Page.Locator("[data-entry]", new PageLocatorOptions { HasText = "Inscriptions" });
        await entry.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Monter : Inscriptions" }).FocusAsync();
        // The page is loaded again only when the move is kept: a load state of the past says nothing about it.
        await lea.Page.RunAndWaitForResponseAsync(() => lea.Page.Keyboard.PressAsync("Alt+ArrowRight"), answer => answer is { Ok: true, Request.Method: "PUT" });
        await entry.And(lea.Page.Locator(".nested")).WaitForAsync();
        await lea.Page.ReloadAsync();
        await entry.And(lea.Page.Locator(".nested")).WaitForAsync();
    }

    private async Task DeletesAndTakesBack(Visitor lea, string slug)
    {
        await lea.GoToAsync($"/espace/{slug}/site");
        await lea.FollowAsync("Inscriptions");
        await lea.PressAsync("Autres actions");
        await lea.PressAsync(AriaRole.Menuitem, "Supprimer la page");
        await lea.Page.GetByText("est dans la corbeille").First.WaitForAsync();
        await lea.PressAsync("Annuler");
        await lea.Page.Locator(".block-editor [contenteditable=true]").First.WaitForAsync();
    }

    private string InDays(double days)
        => TimeZoneInfo.ConvertTime(hub.Clock.GetUtcNow().AddDays(days), Paris).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>A reader of their own each time: a browser keeps what it has read for a minute.</summary>
    private async Task<int> Status(string slug)
    {
        await using var neighbour = await hub.AVisitorAsync();
        return (await neighbour.GoToAsync(hub.SiteAddress(slug, "/inscriptions")))!.Status;
    }
}
