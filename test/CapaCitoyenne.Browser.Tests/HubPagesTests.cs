namespace CapaCitoyenne.Browser.Tests;

public sealed class HubPagesTests(BrowserHub hub)
{
    public static TheoryData<string> Pages() =>
    [
        "/", "/inscription", "/connexion", "/mot-de-passe-oublie", "/bibliotheque", "/formations", "/mailbox", "/mentions-legales", "/confidentialite", "/accessibilite",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_of_the_hub_is_accessible_on_a_phone_and_on_a_desk_light_and_dark(string path)
    {
        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen);

            var response = await visitor.GoToAsync(path);

            response!.Status.ShouldBe(200, path);
            await visitor.ShouldBeAccessibleAsync();
        }
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so_kindly()
    {
        await using var visitor = await hub.AVisitorAsync();

        var response = await visitor.GoToAsync("/nulle-part");

        response!.Status.ShouldBe(404);
        (await visitor.TitleAsync()).ShouldBe("Cette page n’existe pas");
        await visitor.ShouldBeAccessibleAsync();
    }

    [Fact]
    public async Task The_language_switch_is_a_link_that_is_remembered_and_comes_back_to_the_page()
    {
        await using var visitor = await hub.AVisitorAsync();
        await visitor.GoToAsync("/connexion");

        await visitor.FollowAsync("English");

        visitor.Page.Url.ShouldBe(hub.Address + "/connexion");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        await visitor.GoToAsync("/");
        (await visitor.TitleAsync()).ShouldStartWith("A site and newsletters");
    }

    [Fact]
    public async Task The_first_key_press_leads_past_the_header()
    {
        await using var visitor = await hub.AVisitorAsync();
        await visitor.GoToAsync("/");

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");

        (await visitor.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }
}
