using CapaCitoyenne.Abp.Application.Dtos;
using CapaCitoyenne.Sites.Documents;
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
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Vœux", Document = SitesTestExtensions.Text(("b1", "Voyez [nos dates](/ateliers).")) });
        (await Codes(space, post)).ShouldBe(["Sites:Review:LinkDead"]);
        await space.APublishedPage("Ateliers");
        (await Codes(space, post)).ShouldBeEmpty();
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

    private static async Task<IEnumerable<string>> Codes(TestSpace space, PostDto post)
        => (await space.Admin.GetAsync<ListResultDto<ReviewRemarkDto>>($"/api/sites/post/{post.Id}/review")).Items.Select(remark => remark.Code);
}
