using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Guides;

/// <summary>Members who do not write read what was published to them, and nothing of what is being written.</summary>
public sealed class GuideReaderTests(HubFixture hub)
{
    [Fact]
    public async Task The_list_shows_and_finds_the_published_words()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Publishes(await space.Writes(LibraryTestData.AGuide("Tenir la buvette")));
        await space.Rewrites(guide, update => update.Title = "Mutinerie secrète");
        await space.Writes(LibraryTestData.AGuide("Jamais publié"));
        var member = (await hub.AMember(space, "member")).Browser;

        var all = await member.GetAsync<PagedResultDto<GuideListItemDto>>("/api/library/guide");
        var secret = await member.GetAsync<PagedResultDto<GuideListItemDto>>("/api/library/guide?filter=mutinerie");
        var found = await member.GetAsync<PagedResultDto<GuideListItemDto>>("/api/library/guide?filter=buvette&state=Published");

        var item = all.Items.ShouldHaveSingleItem();
        (item.Title, item.State, item.HasUnpublishedChanges).ShouldBe(("Tenir la buvette", GuideState.Published, false));
        secret.TotalCount.ShouldBe(0);
        found.TotalCount.ShouldBe(1);
    }

    [Fact]
    public async Task Revisions_frozen_for_the_curators_stay_unknown()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Publishes(await space.Writes(LibraryTestData.AGuide("Premier titre")));
        guide = await space.Submits(await space.Rewrites(guide, update => update.Title = "Titre proposé"));
        var member = (await hub.AMember(space, "member")).Browser;

        var seen = await member.GetAsync<ListResultDto<GuideRevisionDto>>($"/api/library/guide/{guide.Id}/revisions");
        var written = await space.Admin.GetAsync<ListResultDto<GuideRevisionDto>>($"/api/library/guide/{guide.Id}/revisions");

        seen.Items.ShouldHaveSingleItem().Title.ShouldBe("Premier titre");
        written.Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_curator_asked_for_is_for_the_authors()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Publishes(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("Entre nous")))));
        await curator.PostAsync(
            $"/api/library/guide-curation/{(await curator.Finds(guide.Title)).Id}/request-changes", new Curation.RequestGuideChangesInput { Message = "Plus court." });
        var member = (await hub.AMember(space, "member")).Browser;

        var read = await member.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}");

        (read.CuratorMessage, read.State).ShouldBe((null, GuideState.Published));
        (await space.Rereads(guide)).CuratorMessage.ShouldBe("Plus court.");
    }
}
