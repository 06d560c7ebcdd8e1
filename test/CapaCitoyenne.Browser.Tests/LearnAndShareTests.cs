using CapaCitoyenne.Abp.Domain.Repositories;
using CapaCitoyenne.Abp.PermissionManagement;
using CapaCitoyenne.Abp.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

public sealed class LearnAndShareTests(BrowserHub hub)
{
    private const string GuideTitle = "Animer un world café";

    [Fact]
    public async Task An_exercise_is_ticked_because_the_page_really_is_online()
    {
        const string email = "lea.cours@exemple.fr";
        await using var lea = await hub.AVisitorAsync();
        await lea.SignsUpAsync(hub, "Le Potager des écoles", email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.PublishesTheirHomePageAsync();
        await hub.RunJobsAsync();

        await lea.GoToAsync("/formations/publier-sa-page-d-accueil");
        await lea.ShouldBeAccessibleAsync();
        await lea.FollowAsync("Commencer");
        while (await lea.Page.Locator(".task").CountAsync() == 0)
        {
            await lea.Page.Locator("a[rel=next]").ClickAsync();
        }

        var exercise = lea.Page.Locator(".task");
        if (await exercise.GetByText("Réussi").CountAsync() == 0)
        {
            await exercise.GetByRole(AriaRole.Button).First.ClickAsync();
        }

        await exercise.GetByText("Réussi").First.WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task A_guide_is_written_shared_published_and_adapted_by_another_association()
    {
        await using var author = await hub.AVisitorAsync();
        await author.SignsUpAsync(hub, "La Maison des tables", "lea.auteur@exemple.fr");
        await author.ConfirmsTheirAddressAsync(hub, "lea.auteur@exemple.fr");
        await author.Page.ReloadAsync();
        await author.FollowAsync("Bibliothèque");
        await author.PressAsync("Écrire le premier");
        await author.ChooseFileAsync(Samples.Guide);
        await author.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = GuideTitle }).WaitForAsync();
        await author.PressAsync("Partager");
        await author.PressInDialogAsync("Proposer aux communs");
        await author.Page.GetByText("Le guide est proposé").First.WaitForAsync();

        await using var curator = await hub.AVisitorAsync();
        var slug = await curator.SignsUpAsync(hub, "Le Réseau des quartiers", "lea.reseau@exemple.fr");
        await CuratesAsync(curator);
        await curator.GoToAsync($"/espace/{slug}/bibliotheque/relecture");
        await curator.FollowAsync(GuideTitle);
        await curator.PressAsync("Publier dans les communs");
        await curator.ShouldBeAccessibleAsync();
        await curator.PressInDialogAsync("Publier dans les communs");
        await curator.Page.GetByText("Le guide est dans les communs").First.WaitForAsync();

        await using var reader = await hub.AVisitorAsync();
        await reader.SignsUpAsync(hub, "Les Tisserands", "lea.lectrice@exemple.fr");
        await reader.FollowAsync("Bibliothèque");
        await reader.FollowAsync("Chercher dans les communs");
        await reader.PressAsync("Adapter pour nous");
        // Level one: the list that one comes from has headings of that name too.
        await reader.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = GuideTitle, Level = 1 }).WaitForAsync();
        await reader.Page.GetByText("La Maison des tables").First.WaitForAsync();
        await reader.ShouldBeAccessibleAsync();

        await using var passer = await hub.AVisitorAsync();
        await passer.GoToAsync("/bibliotheque?q=world+café");
        await passer.FollowAsync(GuideTitle);
        (await passer.TitleAsync()).ShouldBe(GuideTitle);
        await passer.ShouldBeAccessibleAsync();
    }

    // The operator makes somebody a curator; there is no screen for that yet.
    private async Task CuratesAsync(Visitor visitor)
    {
        var session = await visitor.Page.EvaluateAsync<string>("fetch('/api/associations/session').then(answer => answer.json()).then(session => session.user.id)");
        await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<PermissionGrant, Guid>>().InsertAsync(
            new PermissionGrant(Guid.NewGuid(), "Library.Commons.Curate", "U", session)));
    }
}
