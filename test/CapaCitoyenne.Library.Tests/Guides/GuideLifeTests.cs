using System.Net;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Guides;

/// <summary>Proposed, taken back, shared, withdrawn, put away and taken out again.</summary>
public sealed class GuideLifeTests(HubFixture hub)
{
    [Fact]
    public async Task A_guide_that_comes_out_of_the_archive_is_read_by_the_members_again()
    {
        var space = await hub.Given.AnAssociation();
        var member = (await hub.AMember(space, "member")).Browser;
        var guide = await space.Publishes(await space.Writes());

        await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");
        var whileAway = await member.SendAsync(HttpMethod.Get, $"/api/library/guide/{guide.Id}");
        guide = await space.Admin.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/restore");

        whileAway.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        guide.State.ShouldBe(GuideState.Published);
        (await member.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}")).Title.ShouldBe(guide.Title);
    }

    [Fact]
    public async Task A_guide_that_all_may_read_as_it_is_is_not_proposed_again()
    {
        var space = await hub.Given.AnAssociation();
        var (guide, _) = await space.Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Déjà là")));

        var answer = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.GuideAlreadyShared);
        (await space.Rereads(guide)).State.ShouldBe(GuideState.Published);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_withdrawn_is_shared_again_unchanged_at_the_same_address(bool byCurator)
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var (guide, first) = await space.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("Parti et revenu")));
        if (byCurator)
        {
            await curator.PostAsync("/api/library/guide-curation/withdraw", new WithdrawCommonsGuideInput { Slug = first.Slug, Reason = "À vérifier." });
        }
        else
        {
            await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");
            await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/restore");
        }

        var withdrawn = await space.Rereads(guide);
        await space.Submits(guide);
        await curator.PublishesToAll(guide.Title);
        var second = await space.Admin.ReadsShared(first.Path);

        withdrawn.IsWithdrawn.ShouldBeTrue();
        (second.Revision, second.Slug, second.WithdrawnTime).ShouldBe((2, first.Slug, null));
        (await space.Rereads(guide)).IsWithdrawn.ShouldBeFalse();
    }

    [Fact]
    public async Task A_better_text_takes_the_place_of_the_one_that_waits()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("Encore mieux"))));
        var stale = await curator.Finds(guide.Title);

        guide = await space.Submits(await space.Rewrites(guide, update => update.Body = LibraryTestData.Body("Avec un plan de salle.")));
        var late = await curator.SendAsync(HttpMethod.Post, $"/api/library/guide-curation/{stale.Id}/publish");
        await curator.PublishesToAll(guide.Title);

        (await late.CodeAsync()).ShouldBe(LibraryErrorCodes.SubmissionAlreadyAnswered);
        (await space.Admin.ReadsShared((await space.Rereads(guide)).CommonsPath!)).Body.ShouldContain("plan de salle");
    }

    [Theory]
    [InlineData(false, GuideState.Draft)]
    [InlineData(true, GuideState.Published)]
    public async Task A_proposal_is_taken_back_before_it_is_answered(bool isRead, GuideState state)
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("Trop tôt")));
        guide = await space.Submits(isRead ? await space.Publishes(guide) : guide);
        var submission = await curator.Finds(guide.Title);

        guide = await space.Admin.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/take-back");
        var late = await curator.SendAsync(HttpMethod.Post, $"/api/library/guide-curation/{submission.Id}/publish");
        var twice = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/take-back");

        guide.State.ShouldBe(state);
        (await late.CodeAsync()).ShouldBe(LibraryErrorCodes.SubmissionAlreadyAnswered);
        (await twice.CodeAsync()).ShouldBe(LibraryErrorCodes.GuideStateForbids);
    }
}
