using System.Globalization;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>An event with seats and a form, from the workspace to the answers.</summary>
public sealed class AgendaAndFormsTests(BrowserHub hub)
{
    [Fact]
    public async Task A_form_is_made_filled_in_by_keyboard_and_its_answer_arrives()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Amis du formulaire", "lea.formulaire@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.formulaire@exemple.fr");
        await lea.PublishesTheirHomePageAsync();

        await lea.GoToAsync($"/espace/{slug}/site/formulaires");
        await lea.PressAsync("Nouveau formulaire");
        await lea.PressInDialogAsync("Nous écrire");
        await lea.Page.GetByRole(AriaRole.Heading, new() { Name = "Nous écrire" }).WaitForAsync();
        await lea.FillAsync("À quoi servent les réponses", "répondre à votre message");
        await lea.PressAsync("Enregistrer");
        await lea.Page.GetByText("Le formulaire est enregistré.").First.WaitForAsync();
        var id = new Uri(lea.Page.Url).Segments[^1];

        await using var nour = await hub.AVisitorAsync(byKeyboard: true);
        await nour.GoToAsync(hub.SiteAddress(slug, $"/formulaire/{id}"));
        await nour.PressAsync("Envoyer");
        await nour.Page.GetByRole(AriaRole.Alert).First.WaitForAsync();
        await nour.ShouldBeAccessibleAsync();
        await nour.FillAsync("Votre nom", "Nour");
        await nour.FillAsync("Votre adresse e-mail", "nour@exemple.fr");
        await nour.FillAsync("Votre message", "Bonjour, quand ouvrez-vous ?");
        hub.Wait(TimeSpan.FromSeconds(5)); // shown once more, the form refuses answers given faster than a person reads
        await nour.PressAsync("Envoyer");
        await nour.Page.GetByText("c’est bien arrivé").WaitForAsync();

        await lea.GoToAsync($"/espace/{slug}/site/formulaires/{id}/reponses");
        await lea.Page.GetByText("quand ouvrez-vous").WaitForAsync();
        await lea.PressAsync("C’est fait");
        await lea.Page.GetByText("Traitée", new() { Exact = true }).WaitForAsync();
        await LooksGoodAsync(lea, $"/espace/{slug}/site/formulaires", $"/espace/{slug}/site/formulaires/{id}", $"/espace/{slug}/site/formulaires/{id}/reponses");
        await LooksGoodAsync(null, hub.SiteAddress(slug, $"/formulaire/{id}"));
    }

    [Fact]
    public async Task A_repeated_event_goes_online_fills_up_and_the_next_person_waits()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Amis de l’agenda", "lea.agenda@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.agenda@exemple.fr");
        await lea.PublishesTheirHomePageAsync();

        await lea.GoToAsync($"/espace/{slug}/site/agenda");
        await lea.FollowAsync("Nouvel événement");
        await lea.FillAsync("Nom de l’événement", "Atelier pain");
        var day = DateOnly.FromDateTime(hub.Clock.GetUtcNow().UtcDateTime).AddDays(7);
        await lea.Page.Locator("input[type=date]").First.FillAsync(day.ToString("O", CultureInfo.InvariantCulture));
        await lea.Page.GetByLabel("Se répète").SelectOptionAsync("weekly");
        await lea.FillAsync("Lieu", "Maison des associations");
        await lea.FillAsync("Adresse", "12 rue de l’Église, 75010 Paris");
        await lea.Page.GetByLabel("On peut s’inscrire sur le site").CheckAsync();
        await lea.FillAsync("Nombre de places", "1");
        await lea.PressAsync("Mettre en ligne");
        await lea.Page.GetByText("L’événement est en ligne.").First.WaitForAsync();
        var id = new Uri(lea.Page.Url).Segments[^1];

        foreach (var (name, words) in new[] { ("Awa", "il dit ce qui est noté"), ("Bruno", "liste d’attente") })
        {
            await using var visitor = await hub.AVisitorAsync(byKeyboard: true);
            await visitor.GoToAsync(hub.SiteAddress(slug, "/agenda"));
            await visitor.FollowAsync("Atelier pain");
            await visitor.FillAsync("Votre nom", name);
            await visitor.FillAsync("Votre adresse e-mail", $"{name}@exemple.fr");
            await visitor.PressAsync("M’inscrire");
            await visitor.Page.GetByText(words).First.WaitForAsync();
            await visitor.ShouldBeAccessibleAsync();
        }

        await lea.GoToAsync($"/espace/{slug}/site/agenda/{id}/inscriptions");
        await lea.Page.GetByText("Bruno").First.WaitForAsync();
        await LooksGoodAsync(lea, $"/espace/{slug}/site/agenda", $"/espace/{slug}/site/agenda/{id}", $"/espace/{slug}/site/agenda/{id}/inscriptions");
        await LooksGoodAsync(null, [.. new[] { "/agenda", $"/agenda/mois/{day:yyyy-MM}", "/agenda/lieux", "/agenda/passes", "/agenda/atelier-pain" }.Select(path => hub.SiteAddress(slug, path))]);
    }

    /// <summary>On a phone in daylight and on a desk at night.</summary>
    private async Task LooksGoodAsync(Visitor? signedIn, params string[] addresses)
    {
        var state = signedIn is null ? null : await signedIn.Page.Context.StorageStateAsync();
        foreach (var screen in new[] { Screen.All[0], Screen.All[^1] })
        {
            await using var visitor = await hub.AVisitorAsync(screen, state);
            foreach (var address in addresses)
            {
                await visitor.GoToAsync(address);
                await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await visitor.ShouldBeAccessibleAsync();
            }
        }
    }
}
