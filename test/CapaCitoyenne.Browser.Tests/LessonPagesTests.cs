using CapaCitoyenne.Learning.Catalogue;
using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

public sealed class LessonPagesTests(BrowserHub hub)
{
    private const string First = StarterCatalogue.PublishHomePage + "/dire-l-essentiel";

    [Theory]
    [InlineData(StarterCatalogue.PublishHomePage), InlineData(First), InlineData(StarterCatalogue.PublishHomePageExercise)]
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
}
