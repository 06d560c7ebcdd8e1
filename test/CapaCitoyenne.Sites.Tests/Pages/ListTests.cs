using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Pages;

public class ListTests(HubFixture hub)
{
    [Fact]
    public async Task A_post_is_found_by_its_words_however_many_came_after_it()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPost("Fête du quai");
        foreach (var title in new[] { "Budget", "Compte rendu", "La fête des voisins" })
        {
            hub.Wait(TimeSpan.FromMinutes(1));
            await space.APublishedPost(title);
        }

        var found = await Posts(space, "filter=QUAI%20f%C3%AAte&maxResultCount=1");
        found.Items.ShouldHaveSingleItem().Title.ShouldBe("Fête du quai");
        found.TotalCount.ShouldBe(1);
        (await Posts(space, "filter=fete&maxResultCount=1")).Items.ShouldHaveSingleItem().Title.ShouldBe("La fête des voisins");
        var second = await Posts(space, "filter=fete&maxResultCount=1&skipCount=1");
        second.Items.ShouldHaveSingleItem().Title.ShouldBe("Fête du quai");
        second.TotalCount.ShouldBe(2);
        (await Posts(space, "filter=piscine")).Items.ShouldBeEmpty();
        (await Posts(space, "filter=!")).TotalCount.ShouldBe(4);
    }

    [Fact]
    public async Task Events_are_found_by_their_words_before_and_after()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var today = SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        foreach (var (title, days) in new[] { ("Fête d’hier", -9), ("Loto", -8), ("Fête de demain", 9), ("Chorale", 8) }) await space.AnEvent(title, today.AddDays(days));

        (await Events(space, "filter=fete&maxResultCount=1")).Items.ShouldHaveSingleItem().Title.ShouldBe("Fête de demain");
        var over = await Events(space, "filter=fete&isOver=true&maxResultCount=1");
        over.Items.ShouldHaveSingleItem().Title.ShouldBe("Fête d’hier");
        over.TotalCount.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_are_found_by_their_words()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APage("Où nous trouver");
        var found = await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page?filter=ou%20trouver");
        found.Items.ShouldHaveSingleItem().Title.ShouldBe("Où nous trouver");
    }

    private static Task<PagedResultDto<PostListItemDto>> Posts(TestSpace space, string query) => space.Admin.GetAsync<PagedResultDto<PostListItemDto>>("/api/sites/post?" + query);

    private static Task<PagedResultDto<EventListItemDto>> Events(TestSpace space, string query) => space.Admin.GetAsync<PagedResultDto<EventListItemDto>>("/api/sites/event?" + query);
}
