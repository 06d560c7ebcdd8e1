using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Integration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

public sealed class LearnAndShareTests(BrowserHub hub)
{
    private const string GuideTitle = "Animer un world café";

    [Theory]
    [InlineData(false, "Le Potager des écoles")]
    [InlineData(true, "Le Potager du clavier")]
    public async Task An_exercise_is_ticked_because_the_page_really_is_online(bool byKeyboard, string association)
    {
        var email = $"lea.{(byKeyboard ? "cours-clavier" : "cours")}@exemple.fr";
        await using var lea = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await lea.SignsUpAsync(hub, association, email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.PublishesTheirHomePageAsync();
        await hub.RunJobsAsync();

        await lea.GoToAsync("/formations/publier-sa-page-d-accueil");
        await lea.ShouldBeAccessibleAsync();
        await lea.FollowAsync("Commencer");
        await lea.Page.WaitForURLAsync("**/formations/publier-sa-page-d-accueil/*");
        while (await lea.Page.Locator(".task").CountAsync() == 0)
        {
            var here = lea.Page.Url;
            await lea.PressAsync(lea.Page.Locator("a[rel=next]"));
            await lea.Page.WaitForURLAsync(url => url != here);
        }

        var exercise = lea.Page.Locator(".task");
        if (await exercise.GetByText("Réussi").CountAsync() == 0)
        {
            await lea.PressAsync(exercise.GetByRole(AriaRole.Button).First);
        }

        await exercise.GetByText("Réussi").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(false, "La Maison des tables")]
    [InlineData(true, "La Maison du clavier")]
    public async Task A_guide_is_written_shared_published_and_adapted_by_another_association(bool byKeyboard, string association)
    {
        var who = byKeyboard ? "lea.clavier." : "lea.";
        await using var author = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await author.SignsUpAsync(hub, association, who + "auteur@exemple.fr");
        await author.ConfirmsTheirAddressAsync(hub, who + "auteur@exemple.fr");
        await author.Page.ReloadAsync();
        await author.FollowAsync("Bibliothèque");
        await author.PressAsync("Écrire le premier");
        await author.ChooseFileAsync(Samples.Guide);
        await author.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = GuideTitle }).WaitForAsync();
        await author.PressAsync("Partager");
        await author.PressInDialogAsync("Proposer aux communs");
        await author.Page.GetByText("Le guide est proposé").First.WaitForAsync();

        await using var curator = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        var slug = await curator.SignsUpAsync(hub, "Le Réseau des quartiers", who + "reseau@exemple.fr");
        await curator.ConfirmsTheirAddressAsync(hub, who + "reseau@exemple.fr");
        await TheOperatorNamesAsync(who + "reseau@exemple.fr", byKeyboard);
        await curator.GoToAsync($"/espace/{slug}/bibliotheque/relecture");
        await curator.FollowAsync(GuideTitle);
        await curator.PressAsync("Publier dans les communs");
        await curator.ShouldBeAccessibleAsync();
        await curator.PressInDialogAsync("Publier dans les communs");
        await curator.Page.GetByText("Le guide est dans les communs").First.WaitForAsync();

        await using var reader = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await reader.SignsUpAsync(hub, "Les Tisserands", who + "lectrice@exemple.fr");
        await reader.FollowAsync("Bibliothèque");
        await reader.FollowAsync("Chercher dans les communs");
        await reader.PressAsync(reader.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = association })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Adapter pour nous" }));
        // Level one: the list that one comes from has headings of that name too.
        await reader.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = GuideTitle, Level = 1 }).WaitForAsync();
        await reader.Page.GetByText(association).First.WaitForAsync();
        await reader.ShouldBeAccessibleAsync();

        await using var passer = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await passer.GoToAsync("/bibliotheque?q=world+café");
        await passer.FollowAsync(GuideTitle);
        await passer.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = GuideTitle, Level = 1 }).WaitForAsync();
        (await passer.TitleAsync()).ShouldBe(GuideTitle);
        await passer.ShouldBeAccessibleAsync();
    }

    private async Task TheOperatorNamesAsync(string address, bool byKeyboard)
    {
        const string email = "operatrice@exemple.fr";
        await hub.InAsync(null, null, services => services.GetRequiredService<IAssociationSeedingService>()
            .AddHubMemberAsync(new SeedPerson("Nadia Roux", email, Journey.Password), HubRoles.Operator));
        await using var boss = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        await boss.SignsInAsync(email);
        await boss.FollowAsync("Nommer les personnes qui relisent");
        await boss.FillAsync("Son adresse électronique", address);
        await boss.PressAsync("Nommer");
        await boss.Page.GetByText("peut maintenant relire les guides").First.WaitForAsync();
        await boss.ShouldBeAccessibleAsync();
    }
}
