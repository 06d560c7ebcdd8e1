using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>What comes after the first letter: choosing to whom, having it read, letting letters write themselves, and the reader's own choices.</summary>
[Collection(nameof(DaysPass))]
public sealed class LettersOfASpaceTests(BrowserHub hub)
{
    [Fact]
    public async Task A_selection_gets_a_letter_from_a_template_once_a_second_person_has_read_it()
    {
        var space = await hub.Given.AnAssociation("Les Jardins de la Plaine");
        foreach (var (first, last) in new[] { ("Rose", "Bonnet"), ("Karim", "Bonnet"), ("Jeanne", "Petit") })
        {
            await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto
            {
                Email = $"{first.ToLowerInvariant()}@jardins.exemple.fr", FirstName = first, LastName = last, Consents = [new() { Proof = "Bulletin d’adhésion 2026" }],
            });
        }

        var second = await ASecondPersonAsync(space);
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsInAsync(space.AdminEmail);
        await DescribesTheFamilyAsync(lea, space.Slug);

        await lea.GoToAsync($"/espace/{space.Slug}/reglages/lettres");
        await lea.TickAsync("Faire relire chaque lettre par une deuxième personne");
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Enregistrer");
        await lea.Page.GetByText("enregistrés").First.WaitForAsync();

        await lea.GoToAsync($"/espace/{space.Slug}/lettres/nouvelle");
        await lea.Page.GetByRole(AriaRole.Button, new() { Name = "Le remerciement" }).First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Le remerciement");
        await lea.FillAsync("Objet", "Merci pour les plants");
        await lea.Page.GetByLabel("Parmi elles").SelectOptionAsync("La famille Bonnet");
        await lea.PressAsync("Demander une relecture");
        await lea.Page.GetByText("Relecture demandée").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        await using var amina = await hub.AVisitorAsync();
        await amina.SignsInAsync(second);
        await amina.GoToAsync(lea.Page.Url);
        await amina.PressAsync("J’approuve");
        await amina.Page.GetByText("Lettre approuvée").First.WaitForAsync();

        await lea.Page.ReloadAsync();
        await lea.PressAsync("Envoyer…");
        await lea.Page.GetByRole(AriaRole.Dialog).GetByText("2 personnes").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await lea.PressInDialogAsync("Envoyer à");
        await lea.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        hub.Wait(TimeSpan.FromMinutes(11));
        await hub.RunJobsAsync();

        hub.Mail.All.Where(letter => letter.Subject == "Merci pour les plants").Select(letter => letter.To.Mailboxes.Single().Address)
            .ShouldBe(["rose@jardins.exemple.fr", "karim@jardins.exemple.fr"], ignoreOrder: true);
        await lea.Page.ReloadAsync();
        await lea.Page.GetByText("Écrite à").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await LooksGoodAsync(lea, lea.Page.Url, lea.Page.Url + "/recu", $"/espace/{space.Slug}/lettres/resultats", $"/espace/{space.Slug}/carnet/selections");
    }

    [Fact]
    public async Task Who_signs_up_is_welcomed_chooses_takes_their_data_along_and_has_themselves_erased()
    {
        const string email = "nour.lectrice@exemple.fr";
        var space = await hub.Given.AnAssociation("Le Cinéma du faubourg");
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsInAsync(space.AdminEmail);
        await lea.GoToAsync($"/espace/{space.Slug}/lettres/automatiques");
        await lea.PressAsync("Écrire la lettre de bienvenue");
        await lea.SavesAsync("Bienvenue au cinéma", () => lea.FillAsync("Objet", "Bienvenue au cinéma"));
        await lea.FollowAsync("J’ai fini");
        await lea.PressAsync("Mettre en route");
        await lea.Page.GetByText("En route", new() { Exact = true }).First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        await using var nour = await hub.AVisitorAsync(new Screen(390, 844, ColorScheme.Light), byKeyboard: true);
        await nour.GoToAsync(hub.SiteAddress(space.Slug, "/lettre/inscription"));
        await nour.ShouldBeAccessibleAsync();
        await nour.FillAsync("Votre adresse e-mail", email);
        await nour.FillAsync("Votre prénom", "Nour");
        await nour.PressAsync(nour.Page.Locator("main form button"));
        await nour.Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        await hub.RunJobsAsync();
        await nour.OpenLinkFromMailAsync(email, "/lettre/confirmer/");
        await nour.PressAsync(nour.Page.Locator("main form button"));
        await nour.Page.GetByRole(AriaRole.Status).First.WaitForAsync();
        await PassesAsync(TimeSpan.FromMinutes(2));
        hub.Mail.All.ShouldContain(letter => letter.Subject == "Bienvenue au cinéma");

        await nour.OpenLinkFromMailAsync(email, "/lettre/preferences/");
        await nour.ShouldBeAccessibleAsync();
        await nour.TickAsync("Les nouvelles de l’association");
        await nour.PressAsync("Enregistrer mes choix");
        await nour.Page.GetByText("Vos choix sont enregistrés").WaitForAsync();
        (await nour.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Les nouvelles de l’association" }).IsCheckedAsync()).ShouldBeFalse();
        var file = await nour.Page.RunAndWaitForDownloadAsync(() => nour.FollowAsync("Télécharger pour un tableur"));
        (await File.ReadAllTextAsync((await file.PathAsync())!, TestContext.Current.CancellationToken)).ShouldContain(email);

        await lea.GoToAsync($"/espace/{space.Slug}/carnet");
        await lea.FollowAsync("Nour");
        await lea.Page.GetByText("Ne veut plus").First.WaitForAsync();
        await lea.Page.GetByText("Bienvenue au cinéma").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();

        await nour.PressAsync("Effacer toutes mes données");
        await nour.ShouldBeAccessibleAsync();
        await nour.PressAsync("Oui, effacer mes données");
        await nour.Page.GetByText("Vos données sont effacées").WaitForAsync();
        await lea.GoToAsync($"/espace/{space.Slug}/carnet");
        await lea.Page.Locator("h1").First.WaitForAsync();
        await lea.Page.GetByText("Votre carnet est encore vide").First.WaitForAsync();
    }

    [Fact]
    public async Task The_news_of_the_site_become_a_letter_on_the_day_that_was_chosen()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Passeurs de livres", "lea.passeurs@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.passeurs@exemple.fr");
        await lea.PublishesTheirHomePageAsync();
        await lea.GoToAsync($"/espace/{slug}/lettres/automatiques");
        await lea.PressAsync("Envoyer les nouvelles du site");
        await lea.ShouldBeAccessibleAsync();
        await lea.FillAsync("Objet", "Les livres de la semaine");
        await lea.PressInDialogAsync("Enregistrer");
        await lea.Page.GetByText("Prochaine fois").First.WaitForAsync();

        await lea.GoToAsync($"/espace/{slug}/site/articles");
        await lea.PressAsync("Nouvelle actualité");
        await lea.FillAsync("Titre", "La boîte à livres est réparée");
        await lea.PressInDialogAsync("Commencer à écrire");
        await lea.WritesAsync("Elle a de nouveau son toit : merci à Karim.");
        await lea.PressAsync("Mettre en ligne");
        await lea.PressInDialogAsync("Mettre en ligne");
        await lea.Page.GetByText("est en ligne.").First.WaitForAsync();

        await PassesAsync(TimeSpan.FromDays(8));
        await lea.GoToAsync($"/espace/{slug}/lettres");
        await lea.FollowAsync("Les livres de la semaine");
        await lea.Page.GetByText("La boîte à livres est réparée").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }

    /// <summary>Time goes by, and the hub does what it does by itself: what is written first, then what is carried.</summary>
    private async Task PassesAsync(TimeSpan time)
    {
        hub.Wait(time);
        for (var round = 0; round < 2; round++)
        {
            await hub.RunWorkerAsync("mailing-automation");
            await hub.RunJobsAsync();
        }
    }

    private static async Task DescribesTheFamilyAsync(Visitor lea, string slug)
    {
        await lea.GoToAsync($"/espace/{slug}/carnet/selections");
        await lea.FollowAsync("Nouvelle sélection");
        await lea.FillAsync("Nom de la sélection", "La famille Bonnet");
        await lea.Page.GetByLabel("Ce que l’on regarde").SelectOptionAsync("Nom");
        await lea.FillAsync("Valeur", "Bonnet");
        await lea.Page.GetByText("2 personnes").First.WaitForAsync();
        await lea.Page.GetByText("Karim").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
        await lea.PressAsync("Enregistrer");
        await lea.Page.GetByText("est enregistrée").First.WaitForAsync();
    }

    private async Task<string> ASecondPersonAsync(TestSpace space)
    {
        const string email = "amina.jardins@exemple.fr";
        await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationSeedingService>()
            .AddMemberAsync(space.TenantId, new SeedPerson("Amina Diallo", email, Journey.Password), "communicator"));
        return email;
    }

    /// <summary>On a phone at night; the desk in daylight is looked at on the way.</summary>
    private async Task LooksGoodAsync(Visitor signedIn, params string[] addresses)
    {
        await using var visitor = await hub.AVisitorAsync(Screen.All[1], await signedIn.Page.Context.StorageStateAsync());
        foreach (var address in addresses)
        {
            await visitor.GoToAsync(address);
            await visitor.ShouldBeAccessibleAsync();
        }
    }
}
