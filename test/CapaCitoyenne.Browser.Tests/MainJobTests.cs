using Microsoft.Playwright;

namespace CapaCitoyenne.Browser.Tests;

/// <summary>The main job of the product, as a newcomer does it: from the landing page, by what the screens say.</summary>
public sealed class MainJobTests(BrowserHub hub)
{
    [Fact]
    public async Task A_newcomer_opens_a_space_in_two_interactions_and_sees_what_to_do_next()
    {
        await using var lea = await hub.AVisitorAsync();

        var slug = await lea.SignsUpAsync(hub, "Les Jardins de la gare", "lea.gare@exemple.fr");

        slug.ShouldBe("les-jardins-de-la-gare");
        lea.Interactions.ShouldBe(2);
        await lea.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "C’est parti" }).WaitForAsync();
        await lea.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData(false, "Le Café du quai")]
    [InlineData(true, "Le Café du clavier")]
    public async Task From_the_landing_page_to_a_published_home_page_in_five_interactions(bool byKeyboard, string association)
    {
        var email = $"lea.{(byKeyboard ? "clavier" : "quai")}@exemple.fr";
        await using var lea = await hub.AVisitorAsync(byKeyboard: byKeyboard);
        var slug = await lea.SignsUpAsync(hub, association, email);
        await lea.ConfirmsTheirAddressAsync(hub, email);

        await lea.PublishesTheirHomePageAsync();

        lea.Interactions.ShouldBeLessThanOrEqualTo(5);
        await using var neighbour = await hub.AVisitorAsync();
        var response = await neighbour.GoToAsync(hub.SiteAddress(slug));
        response!.Status.ShouldBe(200);
        (await neighbour.Page.TitleAsync()).ShouldContain(association);
        // What search engines read is data, and runs nothing.
        (await neighbour.Page.Locator("script:not([type='application/ld+json'])").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_public_page_is_accessible_on_a_phone_and_on_a_desk_light_and_dark()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "La Ressourcerie", "lea.ressourcerie@exemple.fr");
        await lea.ConfirmsTheirAddressAsync(hub, "lea.ressourcerie@exemple.fr");
        await lea.PublishesTheirHomePageAsync();

        foreach (var screen in Screen.All)
        {
            await using var neighbour = await hub.AVisitorAsync(screen);
            foreach (var path in new[] { "/", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/nulle-part" })
            {
                await neighbour.GoToAsync(hub.SiteAddress(slug, path));
                await neighbour.ShouldBeAccessibleAsync();
            }
        }
    }

    [Fact]
    public async Task Every_screen_of_a_space_is_accessible_on_a_phone_and_on_a_desk_light_and_dark()
    {
        await using var lea = await hub.AVisitorAsync();
        var slug = await lea.SignsUpAsync(hub, "Les Amis du square", "lea.square@exemple.fr");
        var state = await lea.Page.Context.StorageStateAsync();

        foreach (var screen in Screen.All)
        {
            await using var visitor = await hub.AVisitorAsync(screen, state);
            foreach (var path in WorkspacePaths)
            {
                await visitor.GoToAsync($"/espace/{slug}/{path}");
                await visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First.WaitForAsync();
                await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await visitor.ShouldBeAccessibleAsync();
            }
        }
    }

    private static readonly string[] WorkspacePaths =
    [
        "", "site", "site/articles", "site/menu", "site/corbeille", "site/medias", "site/apparence",
        "lettres", "lettres/nouvelle", "lettres/gazette", "lettres/automatiques", "lettres/sur-le-site", "lettres/resultats",
        "carnet", "carnet/importer", "carnet/listes", "carnet/selections/nouvelle", "carnet/champs", "carnet/doublons",
        "formations", "bibliotheque", "reglages", "reglages/membres", "reglages/lettres", "reglages/lettres/service", "reglages/lettres/domaine",
    ];
}
