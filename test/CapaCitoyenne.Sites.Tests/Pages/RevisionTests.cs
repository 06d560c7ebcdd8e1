using System.Net;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Pages;

public class RevisionTests(HubFixture hub)
{
    [Fact]
    public async Task The_saves_of_one_sitting_are_one_revision_and_a_rest_begins_another()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin", "un");
        foreach (var text in new[] { "un d", "un deux", "un deux trois" }) page = await Saves(space, page, text, "Léa");
        (await Numbers(space, page)).ShouldBe([4, 1]);

        hub.Wait(TimeSpan.FromMinutes(11));
        page = await Saves(space, page, "un deux trois quatre", "Léa");
        (await Numbers(space, page)).ShouldBe([5, 4, 1]);
    }

    [Fact]
    public async Task A_published_state_stays_as_it_was()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await Saves(space, await space.APage("Jardin", "un"), "un deux", "Léa");
        await space.Publishes(page);
        await Saves(space, page, "un deux trois", "Léa");
        (await Numbers(space, page)).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task Who_began_in_the_middle_of_anothers_sitting_is_merged_with_what_they_started_from()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        var start = await (await space.Saves(page, SitesTestExtensions.Text(("a", "un"), ("b", "deux")), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();
        await (await space.Saves(start, SitesTestExtensions.Text(("a", "UN"), ("b", "deux")), start.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();

        var save = new SaveDraftInput { Title = start.Title, Document = SitesTestExtensions.Text(("a", "un"), ("b", "DEUX")), BaseRevision = start.Revision, Session = "Ali" };
        var refused = await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/page/{page.Id}", save);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await refused.CodeAsync()).ShouldBe(SitesErrorCodes.RevisionUnknown);

        (save.BaseTitle, save.BaseDocument) = (start.Title, start.Document);
        var merged = await space.Admin.PutAsync<PageDto>($"/api/sites/page/{page.Id}", save);
        merged.Document.ShouldContain("UN");
        merged.Document.ShouldContain("DEUX");
    }

    [Fact]
    public async Task A_difference_tells_block_by_block_and_word_by_word()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        page = await (await space.Saves(page, SitesTestExtensions.Text(("a", "Venez samedi au jardin."), ("b", "Parti"), ("c", "Reste")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        page = await (await space.Saves(page, SitesTestExtensions.Text(("c", "Reste"), ("a", "Venez dimanche au jardin."), ("d", "Venu")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();

        var difference = await space.Admin.GetAsync<RevisionDifferenceDto>($"/api/sites/page/{page.Id}/revision-difference?number=3");
        difference.From.ShouldBe(2);
        difference.Title.ShouldBeNull();
        difference.Blocks.Select(block => (block.BlockId, block.Kind)).ShouldBe(
            [("c", BlockDifferenceKind.Moved), ("a", BlockDifferenceKind.Changed), ("d", BlockDifferenceKind.Added), ("b", BlockDifferenceKind.Removed)], ignoreOrder: true);
        difference.Blocks.Single(block => block.BlockId == "a").Parts.ShouldBe(
            [new("Venez ", TextPartKind.Same), new("samedi", TextPartKind.Removed), new("dimanche", TextPartKind.Added), new(" au jardin.", TextPartKind.Same)]);
        (await space.Admin.GetAsync<RevisionDifferenceDto>($"/api/sites/page/{page.Id}/revision-difference?number=3&from=1")).From.ShouldBe(1);
    }

    [Fact]
    public void After_a_week_one_revision_a_day_is_kept_and_after_three_months_none()
    {
        var now = new DateTime(2026, 6, 30, 12, 0, 0, DateTimeKind.Utc);
        (int, DateTime) At(int number, double daysAgo) => (number, now.AddDays(-daysAgo));
        RevisionPruning.Superfluous([At(9, 0.1), At(8, 0.2), At(7, 6.9), At(6, 10), At(5, 10.1), At(4, 11), At(3, 89), At(2, 91)], now).ShouldBe([5, 2]);
        RevisionPruning.Superfluous(Enumerable.Range(1, 300).Select(number => At(number, 0.1)), now).Length.ShouldBe(100);
    }

    private static async Task<PageDto> Saves(TestSpace space, PageDto page, string text, string session)
        => await (await space.Saves(page, SitesTestExtensions.Text(("b1", text)), page.Revision, session)).EnsureSuccess().ReadAsync<PageDto>();

    private static async Task<IEnumerable<int>> Numbers(TestSpace space, PageDto page)
        => (await space.Admin.GetAsync<ListResultDto<RevisionDto>>($"/api/sites/page/{page.Id}/revisions")).Items.Select(revision => revision.Number);
}
