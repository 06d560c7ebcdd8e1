using System.Net;
using System.Text.Json;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Pages;

public class DraftTests(HubFixture hub)
{
    [Fact]
    public async Task Readers_see_the_last_published_state_until_the_next_publication()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Jardin", "Avant");
        var saved = await (await space.Saves(page, SitesTestExtensions.Text(("b1", "Après")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();

        saved.HasChanges.ShouldBeTrue();
        (await hub.ReadAsync(space.Slug, "/jardin")).ShouldContain("Avant");

        await space.Publishes(saved);
        (await hub.ReadAsync(space.Slug, "/jardin")).ShouldContain("Après");
    }

    [Fact]
    public async Task What_was_undone_again_leaves_nothing_to_publish()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Jardin", "Avant");
        var changed = await (await space.Saves(page, SitesTestExtensions.Text(("b1", "Après")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        var undone = await (await space.Saves(changed, page.Document, changed.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        undone.HasChanges.ShouldBeFalse();
        (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items.Single(one => one.Id == page.Id).HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_summary_of_a_post_is_something_to_publish()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var post = await space.APublishedPost("Vœux");
        var saved = await space.Admin.PutAsync<PostDto>($"/api/sites/post/{post.Id}", new SavePostDraftInput { Title = post.Title, Document = post.Document, BaseRevision = post.Revision, Excerpt = "En deux mots" });
        saved.HasChanges.ShouldBeTrue();
        (await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/publish")).HasChanges.ShouldBeFalse();
    }

    [Fact]
    public async Task The_summary_and_the_author_that_somebody_else_wrote_stay_when_an_editor_sends_what_it_had_read()
    {
        var space = await hub.Given.AnAssociation();
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Vœux", AuthorName = "Ana", Document = SitesTestExtensions.Text(("b1", "Un")) });
        await Saves("Un", author: "Ana et Bo", excerpt: "En deux mots");
        var saved = await Saves("Un deux", author: "Ana", excerpt: null);
        saved.Document.ShouldContain("Un deux");
        (saved.AuthorName, saved.Excerpt).ShouldBe(("Ana et Bo", "En deux mots"));

        // What was changed here holds, emptied fields too.
        post = saved;
        (await Saves("Un deux", author: null, excerpt: "Autre")).ShouldSatisfyAllConditions(one => one.AuthorName.ShouldBeNull(), one => one.Excerpt.ShouldBe("Autre"));

        Task<PostDto> Saves(string text, string? author, string? excerpt) => space.Admin.PutAsync<PostDto>($"/api/sites/post/{post.Id}", new SavePostDraftInput
        {
            Title = post.Title, Document = SitesTestExtensions.Text(("b1", text)), BaseRevision = post.Revision, AuthorName = author, Excerpt = excerpt,
            BaseAuthorName = post.AuthorName ?? "", BaseExcerpt = post.Excerpt ?? "",
        });
    }

    [Fact]
    public async Task Saves_of_different_blocks_are_merged()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        page = await (await space.Saves(page, SitesTestExtensions.Text(("a", "un"), ("b", "deux")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();

        await (await space.Saves(page, SitesTestExtensions.Text(("a", "UN"), ("b", "deux")), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();
        var merged = await (await space.Saves(page, SitesTestExtensions.Text(("a", "un"), ("b", "DEUX")), page.Revision, "Ali")).EnsureSuccess().ReadAsync<PageDto>();

        merged.WasMerged.ShouldBeTrue();
        merged.Document.ShouldContain("UN");
        merged.Document.ShouldContain("DEUX");
    }

    [Fact]
    public async Task Saves_of_the_same_block_are_a_conflict_with_both_texts_and_nothing_is_stored()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        await (await space.Saves(page, SitesTestExtensions.Text(("b1", "le leur")), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();

        var response = await space.Saves(page, SitesTestExtensions.Text(("b1", "le mien")), page.Revision, "Ali");

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await response.ReadAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(SitesErrorCodes.SaveConflict);
        var conflict = problem.GetProperty("data").GetProperty("conflicts")[0];
        conflict.GetProperty("mine").GetString().ShouldNotBeNull().ShouldContain("le mien");
        conflict.GetProperty("theirs").GetString().ShouldNotBeNull().ShouldContain("le leur");
        (await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}")).Document.ShouldContain("le leur");
    }

    [Fact]
    public async Task Overlapping_saves_of_one_editor_never_conflict()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        await (await space.Saves(page, SitesTestExtensions.Text(("b1", "bon")), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();
        var saved = await (await space.Saves(page, SitesTestExtensions.Text(("b1", "bonjour")), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();
        saved.Document.ShouldContain("bonjour");
    }

    [Fact]
    public async Task A_block_of_an_unknown_type_survives_a_save_byte_for_byte()
    {
        var space = await hub.Given.AnAssociation();
        const string block = """{ "id":"x",  "type":"orgue-a-bouche", "v":7, "notes":[1.0, 2e3] }""";
        var page = await space.APage("Jardin");
        var saved = await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{{block}}]}""", page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        saved.Document.ShouldContain(block);
        saved.Issues.ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.BlockTypeUnknown);
    }

    /// <summary>What <c>JSON.stringify(JSON.parse(…))</c> makes of such a block in a browser.</summary>
    private const string Original = """{ "id":"x", "type":"orgue", "v":7, "n":[12345678901234567890, 1.0, -0, 1E400], "s":"\u00e9t\/", "o":{"b":1,"2":2} }""";
    private const string FromBrowser = """{"id":"x","type":"orgue","v":7,"n":[12345678901234567000,1,0,null],"s":"ét/","o":{"2":2,"b":1}}""";

    [Fact]
    public async Task A_block_of_an_unknown_type_survives_what_a_browser_does_to_it()
    {
        static string Page(string block, string text) => $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"t","type":"text","v":1,"markdown":"{{text}}"},{{block}},{"id":"c","type":"columns","v":1,"columns":[[{{block.Replace("\"x\"", "\"y\"", StringComparison.Ordinal)}}],[]]}]}""";
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        page = await (await space.Saves(page, Page(Original, "Un"), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();

        var saved = await (await space.Saves(page, Page(FromBrowser, "Deux"), page.Revision, "Léa")).EnsureSuccess().ReadAsync<PageDto>();
        saved.Document.ShouldBe(Page(Original, "Deux"));

        // What was really changed is changed, by whoever merges into what Léa saved as well.
        var changed = await (await space.Saves(page, Page(FromBrowser.Replace("1,0,null", "1,0,3", StringComparison.Ordinal), "Un"), page.Revision, "Ali")).EnsureSuccess().ReadAsync<PageDto>();
        changed.WasMerged.ShouldBeTrue();
        changed.Document.ShouldContain("1,0,3");
        changed.Document.ShouldContain("Deux");
    }

    [Fact]
    public async Task A_text_that_is_too_long_or_was_copied_with_a_tab_does_not_lose_the_page()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Jardin");
        var label = new string('x', 200);
        var saved = await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"button","v":1,"label":"{{label}}","target":"/a"},{"id":"b","type":"quote","v":1,"markdown":"Oui","author":"Léa\tMartin"}]}""", page.Revision))
            .EnsureSuccess().ReadAsync<PageDto>();
        saved.Document.ShouldContain(label);
        saved.Document.ShouldContain("Léa Martin");
        saved.Issues.ShouldHaveSingleItem().Code.ShouldBe(DocumentIssueCodes.FieldTooLong);

        var refused = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{page.Id}/publish");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.ReadAsync<JsonElement>()).GetProperty("data").GetProperty("issues")[0].GetProperty("path").GetString().ShouldBe("/blocks/0/label");
    }

    [Fact]
    public async Task A_malformed_document_is_refused_with_what_and_where()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin");
        var response = await space.Saves(page, """{"schema":"page/1","lang":"fr","blocks":[{"id":"a","type":"text","v":1,"markdown":5}]}""", page.Revision);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var issue = (await response.ReadAsync<JsonElement>()).GetProperty("data").GetProperty("issues")[0];
        issue.GetProperty("path").GetString().ShouldBe("/blocks/0/markdown");
        issue.GetProperty("code").GetString().ShouldBe(DocumentIssueCodes.FieldInvalid);
    }

    [Fact]
    public async Task An_older_state_comes_back_as_a_new_revision()
    {
        var space = await hub.Given.AnAssociation();
        var page = await space.APage("Jardin", "Premier");
        await (await space.Saves(page, SitesTestExtensions.Text(("b1", "Second")), page.Revision)).EnsureSuccess().ReadAsync<PageDto>();

        var restored = await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/restore-revision", new RestoreRevisionInput { Number = 1 });

        restored.Document.ShouldContain("Premier");
        restored.Revision.ShouldBe(3);
        (await space.Admin.GetAsync<ListResultDto<RevisionDto>>($"/api/sites/page/{page.Id}/revisions")).Items.Select(r => r.Number).ShouldBe([3, 2, 1]);
        (await space.Admin.GetAsync<RevisionDetailDto>($"/api/sites/page/{page.Id}/revision?number=2")).Text.ShouldBe("Second\n");
    }
}
