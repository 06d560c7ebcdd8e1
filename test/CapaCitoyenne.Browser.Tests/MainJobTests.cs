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
}
