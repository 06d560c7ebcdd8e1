using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Associations.Profiles;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("tags", 40)]
    [InlineData("card.material", 500)]
    [InlineData("card.steps[0].text", 500)]
    public async Task What_is_too_long_is_refused_with_its_field_and_never_cut(string field, int length)
    {
        var space = await hub.Given.AnAssociation();
        var guide = await space.Writes();
        var update = guide.AsUpdate();
        var text = new string('a', length);
        void Set(string words)
        {
            update.Tags = field == "tags" ? ["un", words] : [];
            update.Card!.Material = field == "card.material" ? ["un", words] : [];
            update.Card.Steps = field.StartsWith("card.steps", StringComparison.Ordinal) ? [new GuideStepDto { Text = words }] : [];
        }

        Set(text + "b");
        var refused = await space.Admin.SendAsync(HttpMethod.Put, $"/api/library/guide/{guide.Id}", update);
        Set(text);
        var kept = await space.Admin.PutAsync<GuideDto>($"/api/library/guide/{guide.Id}", update);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
        string.Concat(kept.Tags.Concat(kept.Card.Material).Concat(kept.Card.Steps.Select(step => step.Text))).ShouldContain(text);
    }

    [Theory]
    [InlineData("""[{"id":"b1","type":"news","v":1}]""", "news")]
    [InlineData("""[{"id":"b1","type":"columns","v":1,"columns":[[{"id":"b2","type":"agenda","v":1}],[]]}]""", "agenda")]
    public async Task A_block_that_shows_what_the_space_has_is_refused(string blocks, string type)
    {
        var space = await hub.Given.AnAssociation();
        var input = LibraryTestData.AGuide();
        input.Body = $$"""{"schema":"page/1","lang":"fr","blocks":{{blocks}}}""";

        var answer = await space.Admin.SendAsync(HttpMethod.Post, "/api/library/guide", input);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.CodeAsync()).ShouldBe(LibraryErrorCodes.GuideBlockForbidden, type);
    }

    [Fact]
    public async Task A_shared_guide_says_the_same_inside_the_space_and_outside()
    {
        var space = await hub.Given.AnAssociation();
        var profile = await space.Admin.GetAsync<AssociationProfileDto>("/api/associations/association-profile");
        await space.Admin.PutAsync<AssociationProfileDto>("/api/associations/association-profile", new UpdateAssociationProfileInput
        {
            Name = profile.Name, Town = profile.Town, ContactName = profile.ContactName, ContactEmail = profile.ContactEmail,
            Address = "12, rue de l’Église\n75010 Paris", Phone = "01 99 00 12 12", DirectorOfPublication = "Léa Bonnet", ConcurrencyStamp = profile.ConcurrencyStamp,
        });
        var home = (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(page => page.Kind == PageKind.Home);
        await space.Admin.PostAsync($"/api/sites/page/{home.Id}/publish");
        var body = LibraryTestData.Body($"Voir [notre page](page:{home.Id}).");

        var inside = await hub.InAsync(space.TenantId, space.AdminId, provider => provider.GetRequiredService<GuideBody>().HtmlAsync(body));
        var outside = await hub.InAsync(null, null, provider => provider.GetRequiredService<GuideBody>().HtmlAsync(body));

        inside.ShouldContain("notre page");
        inside.ShouldBe(outside);
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
