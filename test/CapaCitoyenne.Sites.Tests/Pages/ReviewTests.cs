using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.TestBase;
using static System.Net.HttpStatusCode;

namespace CapaCitoyenne.Sites.Pages;

public class ReviewTests(HubFixture hub)
{
    [Fact]
    public async Task A_draft_is_read_along_with_where_each_remark_stands_and_what_would_mend_it()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Ateliers", "Appelez le 0612345678.\n\nVoyez [nos dates](/nulle-part).");

        var remarks = (await space.Admin.GetAsync<ListResultDto<ReviewRemarkDto>>($"/api/sites/page/{page.Id}/review")).Items;

        remarks.ShouldAllBe(remark => remark.BlockId == "b1" && remark.Message.Length > 0);
        remarks.ShouldContain(remark => remark.Code == "Sites:Review:PhoneUngrouped" && remark.Repair != null && remark.Repair.Old == "0612345678" && remark.Message.Contains("0612345678"));
        remarks.ShouldContain(remark => remark.Code == "Sites:Review:LinkDead" && remark.Message.Contains("nos dates"));
    }

    [Fact]
    public async Task A_link_to_what_is_online_by_now_is_no_dead_one()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var post = await APost(space, "Voyez [nos dates](/ateliers).");
        (await Codes(space, post)).ShouldBe(["Sites:Review:LinkDead"]);
        await space.APublishedPage("Ateliers");
        (await Codes(space, post)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_to_a_former_address_is_led_straight_to_the_page_in_one_press()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APublishedPage("Ateliers");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = "nos-ateliers" });
        var post = await APost(space, "Voyez [nos dates](/ateliers#mardi) et [toutes](/ateliers?jour=mardi).");

        var remark = (await Remarks(space, post)).ShouldHaveSingleItem();
        remark.Code.ShouldBe("Sites:Review:LinkMoved");
        remark.Repair!.New.ShouldBe($"](page:{page.Id}#mardi)");
        var mended = await space.Admin.PutAsync<PostDto>($"/api/sites/post/{post.Id}", new SavePostDraftInput
        {
            Title = post.Title, BaseRevision = post.Revision, Document = post.Document.Replace(remark.Repair.Old, remark.Repair.New, StringComparison.Ordinal),
        });
        (await Codes(space, mended)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_named_without_its_slash_gets_one_and_what_is_no_page_is_dead()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Ateliers");
        var post = await APost(space, "[Nos dates](ateliers#mardi), [adhérer](adhérer), [l’école](école.fr), [en bas](#pied), [le plan](/plan.pdf), [l’agenda](agenda).");

        var remarks = await Remarks(space, post);

        remarks.Select(remark => (remark.Code, remark.Repair?.New))
            .ShouldBe([("Sites:Review:LinkMoved", "](/ateliers#mardi)"), ("Sites:Review:LinkDead", "adhérer"), ("Sites:Review:LinkDead", "l’école"), ("Sites:Review:LinkMoved", "](/agenda)")]);
    }

    [Fact]
    public async Task A_category_that_was_renamed_is_named_by_its_present_address_and_a_page_that_went_offline_is_dead()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var category = await space.Admin.PostAsync<CategoryDto>("/api/sites/category", new SaveCategoryInput { Name = "Fêtes" });
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{category.Id}", new SaveCategoryInput { Name = "Bals" });
        var page = await space.APublishedPage("Ateliers");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = "nos-ateliers" });
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/unpublish");

        var remarks = await Remarks(space, await APost(space, "[Nos bals](/actualites/categorie/fetes), [nos dates](/ateliers)"));
        remarks.Select(remark => (remark.Code, remark.Repair?.New)).ShouldBe([("Sites:Review:LinkMoved", "](/actualites/categorie/bals)"), ("Sites:Review:LinkDead", "nos dates")]);
    }

    [Fact]
    public async Task Links_to_posts_events_and_forms_are_looked_at_as_those_to_pages()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var one = await space.AnEvent("Fête du quai", new DateOnly(2097, 6, 1));
        var form = await space.Admin.PostAsync<FormDto>("/api/sites/form", new CreateFormInput { Template = FormTemplate.Contact });
        var document = $$$"""{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"[La fête](event:{{{one.Id}}}), [le bal](/actualites/bal)"},{"id":"b2","type":"form","v":1,"form":"form:{{{form.Id}}}"}]}""";
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Vœux", Document = document });
        (await Codes(space, post)).ShouldBe(["Sites:Review:LinkDead", "Sites:Review:LinkDead"]);

        await space.Publishes(one);
        await space.APublishedPost("Bal");
        (await Codes(space, post)).ShouldBeEmpty();
        await space.Admin.DeleteAsync($"/api/sites/form/{form.Id}");
        (await Codes(space, post)).ShouldBe(["Sites:Review:FormUnavailable"]);
    }

    [Fact]
    public async Task The_title_and_the_excerpt_are_read_and_what_is_linked_is_named_after_what_is_there()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Nos ateliers");
        var document = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"C’est [ici](/nos-ateliers)."},{"id":"b2","type":"text","v":1,"markdown":""},{"id":"b3","type":"text","v":1,"markdown":"Oui","until":"2020-01-31"}]}""";
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Réunion le mardi 12 mars 2027", Excerpt = "Venez tous !!", Document = document });

        var remarks = await Remarks(space, post);
        remarks.Select(remark => (remark.Code, remark.BlockId, remark.Field, remark.Repair?.New, remark.Action)).ShouldBe([
            ("Sites:Review:WeekdayWrong", "", "title", "vendredi 12 mars 2027", null),
            ("Sites:Review:MarksRepeated", "", "excerpt", "!", null),
            ("Sites:Review:LinkTextVague", "b1", "markdown", "Nos ateliers", null),
            ("Sites:Review:BlockEmpty", "b2", null, null, ReviewAction.RemoveBlock),
            ("Sites:Review:BlockPast", "b3", null, null, ReviewAction.RemoveBlock)]);
        remarks[^1].Message.ShouldContain("2020");
    }

    [Fact]
    public async Task An_invitation_without_a_place_is_offered_a_map()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        (await Remarks(space, await APost(space, "Venez mardi 31 décembre 2097 à 14 h."))).ShouldHaveSingleItem().BlockToAdd.ShouldBe("map");
    }

    [Fact]
    public async Task A_privacy_page_without_the_list_of_uses_is_offered_it()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var pages = await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page");
        var privacy = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{pages.Items.Single(page => page.Kind == PageKind.Privacy).Id}");
        async Task<IEnumerable<string?>> Offered() => (await space.Admin.GetAsync<ListResultDto<ReviewRemarkDto>>($"/api/sites/page/{privacy.Id}/review")).Items.Select(remark => remark.BlockToAdd).Where(type => type is not null);

        (await Offered()).ShouldBeEmpty();
        (await space.Saves(privacy, SitesTestExtensions.Text(("b1", "Nous ne gardons rien.")), privacy.Revision)).EnsureSuccess();
        (await Offered()).ShouldBe(["data-uses"]);
    }

    [Fact]
    public async Task Nobody_outside_the_space_reads_a_draft_along()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Ateliers");
        (await hub.NewBrowser().SendAsync(HttpMethod.Get, $"/api/sites/page/{page.Id}/review")).StatusCode.ShouldBe(Unauthorized);
    }

    private static Task<PostDto> APost(TestSpace space, string markdown)
        => space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Vœux", Document = SitesTestExtensions.Text(("b1", markdown)) });

    private static async Task<IReadOnlyList<ReviewRemarkDto>> Remarks(TestSpace space, PostDto post)
        => (await space.Admin.GetAsync<ListResultDto<ReviewRemarkDto>>($"/api/sites/post/{post.Id}/review")).Items;

    private static async Task<IEnumerable<string>> Codes(TestSpace space, PostDto post) => (await Remarks(space, post)).Select(remark => remark.Code);
}
