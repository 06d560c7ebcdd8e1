using System.Net;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Curation;

public sealed class GuideCurationTests(HubFixture hub)
{
    [Fact]
    public async Task A_published_guide_is_found_by_anybody()
    {
        var title = LibraryTestData.Unique("Réunions du bureau");
        var space = await hub.Given.AnAssociation();

        var (guide, shared) = await space.Shares(await hub.ACurator(), LibraryTestData.AGuide(title));

        guide.State.ShouldBe(GuideState.Published);
        guide.CommonsRevision.ShouldBe(1);
        shared.OwnerName.ShouldBe(space.Name);
        shared.BodyHtml.ShouldContain("<strong>");
        shared.Citation.ShouldContain(title);
        (await hub.NewBrowser().Searches(title.Replace("Réunions", "reunion", StringComparison.Ordinal))).Items.ShouldHaveSingleItem().Title.ShouldBe(title);
    }

    [Fact]
    public async Task Requested_changes_reach_the_author_who_proposes_again()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("À revoir"))));

        var submission = await curator.Finds(guide.Title);
        await curator.PostAsync($"/api/library/guide-curation/{submission.Id}/request-changes", new RequestGuideChangesInput { Message = "Combien de tables ?" });
        var sentBack = await space.Admin.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}");
        var again = await space.Submits(sentBack);

        sentBack.State.ShouldBe(GuideState.ChangesRequested);
        sentBack.CuratorMessage.ShouldBe("Combien de tables ?");
        again.State.ShouldBe(GuideState.Submitted);
        again.CuratorMessage.ShouldBeNull();
    }

    [Fact]
    public async Task A_proposal_is_answered_once()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var guide = await space.Submits(await space.Writes(LibraryTestData.AGuide(LibraryTestData.Unique("Une fois"))));
        var submission = await curator.Finds(guide.Title);
        await curator.PostAsync($"/api/library/guide-curation/{submission.Id}/publish");

        var second = await curator.SendAsync(HttpMethod.Post, $"/api/library/guide-curation/{submission.Id}/publish");

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await second.CodeAsync()).ShouldBe(LibraryErrorCodes.SubmissionAlreadyAnswered);
    }

    [Fact]
    public async Task Nobody_curates_from_inside_a_space()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        await space.Submits(await space.Writes());

        (await space.Admin.SendAsync(HttpMethod.Get, "/api/library/guide-curation")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        space.Admin.Space = null;
        (await space.Admin.SendAsync(HttpMethod.Get, "/api/library/guide-curation")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        curator.Space = space.Slug;
        (await curator.SendAsync(HttpMethod.Get, "/api/library/guide-curation")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await hub.NewBrowser().SendAsync(HttpMethod.Get, "/api/library/guide-curation")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_newer_revision_takes_the_place_and_the_address_of_the_older()
    {
        var curator = await hub.ACurator();
        var space = await hub.Given.AnAssociation();
        var title = LibraryTestData.Unique("Tenir un stand");
        var (guide, first) = await space.Shares(curator, LibraryTestData.AGuide(title));
        var update = guide.AsUpdate();
        update.Body = LibraryTestData.Body("Maintenant avec un barnum.");
        guide = await space.Admin.PutAsync<GuideDto>($"/api/library/guide/{guide.Id}", update);

        var whileWriting = await space.Admin.ReadsShared(first.Path);
        await space.Submits(guide);
        await curator.PostAsync($"/api/library/guide-curation/{(await curator.Finds(title)).Id}/publish");
        var second = await space.Admin.ReadsShared(first.Path);

        whileWriting.Revision.ShouldBe(1);
        whileWriting.Body.ShouldNotContain("barnum");
        second.Revision.ShouldBe(2);
        second.Slug.ShouldBe(first.Slug);
        second.Body.ShouldContain("barnum");
        (await space.Admin.Searches(title)).TotalCount.ShouldBe(1);
    }

    [Fact]
    public async Task Another_association_adapts_with_the_attribution_computed()
    {
        var curator = await hub.ACurator();
        var author = await hub.Given.AnAssociation();
        var (_, shared) = await author.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("Repas de rue")));
        var other = await hub.Given.AnAssociation();

        var copy = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });

        copy.State.ShouldBe(GuideState.Draft);
        copy.Body.ShouldBe(shared.Body);
        copy.Licence.ShouldBe("CC-BY-SA-4.0");
        copy.AllowedLicences.ShouldBe(["CC-BY-SA-4.0"]);
        var attribution = copy.Attributions.ShouldHaveSingleItem();
        attribution.Path.ShouldBe(shared.Path);
        attribution.Text.ShouldBe($"Adapté de «\u00A0{shared.Title}\u00A0», par Léa Bonnet ({author.Name}), CC-BY-SA-4.0.");
        (await other.Admin.ReadsShared(shared.Path)).AdaptationCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_translation_is_in_its_own_language_from_the_start()
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("À traduire")));
        var other = await hub.Given.AnAssociation();

        var copy = await other.Admin.PostAsync<GuideDto>(
            "/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug, Kind = AdaptationKind.Translated, Language = "en" });

        copy.Language.ShouldBe("en");
        copy.Body.ShouldContain("\"lang\":\"en\"");
        copy.Attributions.ShouldHaveSingleItem().Text.ShouldStartWith("Traduit de");
    }

    [Theory]
    [InlineData("")]
    [InlineData("f")]
    [InlineData("le français")]
    [InlineData("fr\"x")]
    public async Task A_language_that_is_none_is_refused_at_its_field(string language)
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("À traduire")));
        var other = await hub.Given.AnAssociation();

        var answer = await other.Admin.SendAsync(
            HttpMethod.Post, "/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug, Kind = AdaptationKind.Translated, Language = language });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("\"language\"");
    }

    [Fact]
    public async Task An_adaptation_keeps_share_alike()
    {
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), LibraryTestData.AGuide(LibraryTestData.Unique("Partage")));
        var other = await hub.Given.AnAssociation();
        var copy = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });
        var update = copy.AsUpdate();
        update.Licence = "CC0-1.0";

        var answer = await other.Admin.SendAsync(HttpMethod.Put, $"/api/library/guide/{copy.Id}", update);

        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.LicenceIncompatible);
    }

    [Fact]
    public async Task A_guide_without_derivatives_is_shared_but_not_adapted()
    {
        var input = LibraryTestData.AGuide(LibraryTestData.Unique("À lire tel quel"));
        input.Licence = "CC-BY-ND-4.0";
        var (_, shared) = await (await hub.Given.AnAssociation()).Shares(await hub.ACurator(), input);

        var answer = await (await hub.Given.AnAssociation()).Admin.SendAsync(HttpMethod.Post, "/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });

        shared.CanBeAdapted.ShouldBeFalse();
        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.LicenceForbidsAdaptation);
    }

    [Fact]
    public async Task A_withdrawn_source_leaves_a_tombstone_and_its_adaptations_stay()
    {
        var curator = await hub.ACurator();
        var author = await hub.Given.AnAssociation();
        var (guide, shared) = await author.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("Bientôt retiré")));
        var other = await hub.Given.AnAssociation();
        var copy = await other.Admin.PostAsync<GuideDto>("/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug });
        await other.Submits(copy);
        await curator.PostAsync($"/api/library/guide-curation/{(await curator.Finds(copy.Title)).Id}/publish");

        await author.Admin.PostAsync($"/api/library/guide/{guide.Id}/archive");
        var tombstone = await other.Admin.ReadsShared(shared.Path);
        copy = await other.Admin.GetAsync<GuideDto>($"/api/library/guide/{copy.Id}");

        tombstone.WithdrawnTime.ShouldNotBeNull();
        tombstone.Body.ShouldBeEmpty();
        tombstone.Title.ShouldBe(shared.Title);
        tombstone.Adaptations.ShouldHaveSingleItem().OwnerName.ShouldBe(other.Name);
        copy.Attributions.ShouldHaveSingleItem().IsWithdrawn.ShouldBeTrue();
        (await other.Admin.Searches(shared.Title)).Items.ShouldHaveSingleItem().OwnerName.ShouldBe(other.Name);
        (await (await other.Admin.SendAsync(HttpMethod.Post, "/api/library/guide/adapt", new AdaptGuideInput { Slug = shared.Slug })).CodeAsync())
            .ShouldBe(LibraryErrorCodes.GuideWithdrawn);
    }

    [Fact]
    public async Task A_curator_withdraws_with_a_reason_that_the_author_reads()
    {
        var curator = await hub.ACurator();
        var author = await hub.Given.AnAssociation();
        var (guide, shared) = await author.Shares(curator, LibraryTestData.AGuide(LibraryTestData.Unique("Retiré par la bibliothèque")));

        await curator.PostAsync("/api/library/guide-curation/withdraw", new WithdrawCommonsGuideInput { Slug = shared.Slug, Reason = "Une photo sans accord." });

        (await author.Admin.ReadsShared(shared.Path)).WithdrawnReason.ShouldBe("Une photo sans accord.");
        guide = await author.Admin.GetAsync<GuideDto>($"/api/library/guide/{guide.Id}");
        guide.CommonsPath.ShouldBeNull();
        guide.CuratorMessage.ShouldBe("Une photo sans accord.");
    }
}
