using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library.Guides;

public sealed class GuideAppServiceTests(HubFixture hub)
{
    [Fact]
    public async Task A_guide_begins_as_a_draft_under_a_shareable_licence()
    {
        var space = await hub.Given.AnAssociation();

        var guide = await space.Writes();

        guide.State.ShouldBe(GuideState.Draft);
        guide.Licence.ShouldBe("CC-BY-SA-4.0");
        guide.AuthorName.ShouldBe("Léa Bonnet");
        guide.Card.Steps.Count.ShouldBe(2);
        (await space.Admin.GetAsync<PagedResultDto<GuideListItemDto>>("/api/library/guide?filter=cafe%20salle")).Items.ShouldHaveSingleItem().Id.ShouldBe(guide.Id);
    }

    [Fact]
    public async Task Saving_over_someone_elses_version_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes();
        var update = guide.AsUpdate();
        update.Aim = "Une phrase.";
        await space.Admin.PutAsync<GuideDto>($"/api/library/guide/{guide.Id}", update);

        var late = await space.Admin.SendAsync(HttpMethod.Put, $"/api/library/guide/{guide.Id}", update);

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_publication_freezes_a_revision_and_writing_goes_on_beside_it()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes();
        guide = await space.Admin.PostAsync<GuideDto>($"/api/library/guide/{guide.Id}/publish", new PublishGuideInput { Summary = "Pour commencer" });
        var update = guide.AsUpdate();
        update.Title = "Animer un world café à distance";
        guide = await space.Admin.PutAsync<GuideDto>($"/api/library/guide/{guide.Id}", update);

        guide.State.ShouldBe(GuideState.Published);
        guide.SpaceRevision.ShouldBe(1);
        guide.HasUnpublishedChanges.ShouldBeTrue();
        var revision = (await space.Admin.GetAsync<ListResultDto<GuideRevisionDto>>($"/api/library/guide/{guide.Id}/revisions")).Items.ShouldHaveSingleItem();
        (revision.Number, revision.Title, revision.Summary).ShouldBe((1, "Animer un world café", "Pour commencer"));
    }

    [Fact]
    public async Task Publishing_twice_without_a_change_makes_one_revision()
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes();

        await space.Admin.PostAsync($"/api/library/guide/{guide.Id}/publish", new PublishGuideInput());
        guide = await space.Submits(guide);

        guide.State.ShouldBe(GuideState.Submitted);
        (await space.Admin.GetAsync<ListResultDto<GuideRevisionDto>>($"/api/library/guide/{guide.Id}/revisions")).Items.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, false, LibraryErrorCodes.GuideNeedsContent)]
    [InlineData(false, true, LibraryErrorCodes.GuideNeedsAim)]
    public async Task An_unfinished_guide_is_not_published(bool withAim, bool withBody, string code)
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes(new CreateGuideInput { Title = "À finir", Aim = withAim ? "Une phrase." : null, Body = withBody ? LibraryTestData.Body("Un texte.") : null });

        var answer = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/publish", new PublishGuideInput());

        (await answer.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task An_association_whose_address_is_not_confirmed_shares_nothing()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var guide = await space.Writes();

        var answer = await space.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/submit", new PublishGuideInput());

        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.AssociationNotConfirmed);
    }

    [Theory]
    [InlineData("themes", LibraryErrorCodes.ThemeUnknown)]
    [InlineData("licence", LibraryErrorCodes.LicenceUnknown)]
    public async Task A_word_that_is_not_in_the_list_is_refused(string field, string code)
    {
        var space = await hub.Given.AnAssociation();
        var input = LibraryTestData.AGuide();
        input.Themes = field == "themes" ? ["jardinage lunaire"] : input.Themes;
        input.Licence = field == "licence" ? "MIT" : input.Licence;

        var answer = await space.Admin.SendAsync(HttpMethod.Post, "/api/library/guide", input);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_Markdown_file_becomes_a_guide_and_comes_out_again()
    {
        var space = await hub.Given.AnAssociation();
        var file = "---\ntitre: Tenir une permanence\nobjectif: Être là quand il faut\ndurée: 90 min\n---\n\nUn jour par semaine.\n";

        var guide = await space.Admin.PostAsync<GuideDto>("/api/library/guide/import", new ImportGuideInput { Markdown = file });
        var export = await space.Admin.GetAsync<GuideMarkdownDto>($"/api/library/guide/{guide.Id}/markdown");

        guide.Card.DurationMinutes.ShouldBe(90);
        export.FileName.ShouldBe("tenir-une-permanence.md");
        export.Markdown.ShouldContain("Un jour par semaine.");
    }

    [Fact]
    public async Task A_long_text_is_cut_into_blocks_and_nothing_is_lost()
    {
        var space = await hub.Given.AnAssociation();
        var text = string.Join("\n\n", Enumerable.Range(1, 1500).Select(number => $"Paragraphe {number}, où l’on écrit tout ce qu’il faut savoir."));

        var guide = await space.Admin.PostAsync<GuideDto>("/api/library/guide/import", new ImportGuideInput { Markdown = "# Long\n\n" + text });
        var export = await space.Admin.GetAsync<GuideMarkdownDto>($"/api/library/guide/{guide.Id}/markdown");

        export.Markdown.ShouldEndWith(text + "\n");
    }

    [Fact]
    public async Task Blocks_that_Markdown_cannot_hold_leave_and_come_back_as_directives()
    {
        var space = await hub.Given.AnAssociation();
        var input = LibraryTestData.AGuide();
        input.Body = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"callout","v":1,"kind":"info","title":"À savoir","markdown":"Prévoir une sono."}]}""";
        var guide = await space.Writes(input);

        var export = await space.Admin.GetAsync<GuideMarkdownDto>($"/api/library/guide/{guide.Id}/markdown");
        var again = await space.Admin.PostAsync<GuideDto>("/api/library/guide/import", new ImportGuideInput { Markdown = export.Markdown });

        export.Markdown.ShouldContain(":::callout");
        JsonNode.DeepEquals(JsonNode.Parse(again.Body), JsonNode.Parse(guide.Body)).ShouldBeTrue(again.Body);
    }

    [Fact]
    public async Task A_guide_of_another_space_does_not_exist()
    {
        var guide = await (await hub.Given.AnAssociation()).Writes();
        var other = await hub.Given.AnAssociation();

        (await other.Admin.SendAsync(HttpMethod.Get, $"/api/library/guide/{guide.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Admin.SendAsync(HttpMethod.Put, $"/api/library/guide/{guide.Id}", guide.AsUpdate())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/publish", new PublishGuideInput())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Admin.SendAsync(HttpMethod.Post, $"/api/library/guide/{guide.Id}/archive")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
