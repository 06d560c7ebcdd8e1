using CapaCitoyenne.TestBase;
using static System.Net.HttpStatusCode;

namespace CapaCitoyenne.Sites.Pages;

public class TrashTests(HubFixture hub)
{
    [Fact]
    public async Task A_deletion_is_undone_with_the_address_and_what_readers_saw()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Jardin");
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        (await hub.VisitAsync(space.Slug, "/jardin")).StatusCode.ShouldBe(NotFound);

        await Restores(space, page, asItWas: true);
        (await hub.VisitAsync(space.Slug, "/jardin")).StatusCode.ShouldBe(OK);
    }

    [Fact]
    public async Task What_comes_back_from_the_trash_is_a_draft_with_its_history_and_a_free_address()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Jardin");
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        await space.APage("Jardin");
        var item = (await Trash(space)).ShouldHaveSingleItem();
        (item.Path, item.WasPublished, item.PurgeTime).ShouldBe(("/jardin", true, item.DeletionTime.AddDays(30)));

        var restored = await Restores(space, page, asItWas: false);
        (restored.Slug, restored.IsPublished).ShouldBe(("jardin-2", false));
        (await space.Admin.GetAsync<ListResultDto<RevisionDto>>($"/api/sites/page/{page.Id}/revisions")).Items.ShouldHaveSingleItem();
        (await Trash(space)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_thirty_days_it_is_gone_for_good()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Vieux");
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        hub.Wait(TimeSpan.FromDays(29));
        await hub.RunJobsAsync();
        await space.Admin.SignInAsync(space.AdminEmail, TestSpace.Password);
        (await Trash(space)).ShouldHaveSingleItem();
        hub.Wait(TimeSpan.FromDays(2));
        await hub.RunJobsAsync();
        (await Trash(space)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_be_deleted_for_good_at_once_but_only_from_the_trash()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Vieux");
        (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/page/{page.Id}/for-good")).StatusCode.ShouldBe(NotFound);
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}/for-good");
        (await Trash(space)).ShouldBeEmpty();
    }

    private static Task<PageDto> Restores(TestSpace space, PageDto page, bool asItWas)
        => space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/restore-from-trash", new RestoreFromTrashInput { AsItWas = asItWas });

    private static async Task<IReadOnlyList<TrashItemDto>> Trash(TestSpace space) => (await space.Admin.GetAsync<ListResultDto<TrashItemDto>>("/api/sites/page/trash")).Items;
}
