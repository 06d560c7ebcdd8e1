using CapaCitoyenne.Learning.Catalogue;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

public sealed class LessonPagesTests(BrowserHub hub)
{
    private const string First = StarterCatalogue.PublishHomePage + "/dire-l-essentiel";

    [Theory]
    [InlineData(StarterCatalogue.PublishHomePage), InlineData(First), InlineData(StarterCatalogue.PublishHomePageExercise)]
    [InlineData(StarterCatalogue.KeepSiteAlive), InlineData(StarterCatalogue.WritePost), InlineData(StarterCatalogue.DescribePictures), InlineData(StarterCatalogue.KeepAgenda)]
    public async Task A_course_is_accessible_on_a_phone_and_on_a_desk_light_and_dark(string path)
    {
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen);

            (await visitor.GoToAsync(path))!.Status.ShouldBe(200);

            await visitor.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task A_lesson_in_another_language_than_the_reader_s_says_so()
    {
        await using var visitor = await hub.AVisitorAsync();
        await visitor.GoToAsync(First);

        await visitor.FollowAsync("English");

        (await visitor.Page.Locator("h1").GetAttributeAsync("lang")).ShouldBe("fr");
        await visitor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task Questions_are_answered_by_keyboard_and_the_result_has_the_focus()
    {
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen);
            await visitor.GoToAsync(First);

            await visitor.Page.Locator("input[name=q1]").First.FocusAsync();
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
            await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Vérifier mes réponses" }).FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Enter");

            await visitor.Page.Locator("#resultat").WaitForAsync();
            (await visitor.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("resultat");
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task A_course_that_a_space_puts_online_is_read_by_anybody()
    {
        const string email = "lea.compost@exemple.fr";
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Le Compost du square", email);
        await lea.ConfirmsTheirAddressAsync(hub, email);
        await lea.GoToAsync($"/espace/{slug}/formations/les-notres");
        await lea.PressAsync("Préparer une formation");
        await lea.FillAsync("Nom de la formation", "Tenir le compost");
        await lea.PressInDialogAsync("Commencer");
        await lea.FillAsync("Titre de la prochaine leçon", "Le sec et l’humide");
        await lea.PressAsync("Ajouter");
        await lea.FollowAsync("Toute la formation");
        await lea.PressAsync("Mettre en ligne");
        await lea.PressInDialogAsync("Mettre en ligne");
        await lea.FollowAsync("Voir la formation");
        (await lea.TitleAsync()).ShouldBe("Tenir le compost");
        var address = lea.Page.Url;

        foreach (var screen in Screen.All)
        {
            await using var neighbour = await hub.AVisitorAsync(screen);
            await neighbour.GoToAsync(address);
            await neighbour.ShouldBeAccessibleAsync();
            await neighbour.FollowAsync("Commencer");
            (await neighbour.TitleAsync()).ShouldBe("Le sec et l’humide");
            await neighbour.ShouldBeAccessibleAsync();
            await neighbour.FollowAsync("Le Compost du square");
            await neighbour.ShouldBeAccessibleAsync();
        }

        await lea.GoToAsync($"/espace/{slug}/formations");
        await lea.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Les formations de" }).WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }
}
