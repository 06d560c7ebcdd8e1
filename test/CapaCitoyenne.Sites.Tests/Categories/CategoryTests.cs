using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Categories;

public class CategoryTests(HubFixture hub)
{
    [Fact]
    public async Task A_category_has_its_page_and_its_feeds()
    {
        var space = await hub.Given.AnOnlineSite();
        var category = await ACategory(space, "Vie du quartier");
        await PutsIn(space, await space.APublishedPost("Fête"), category);
        await space.APublishedPost("Budget");

        var page = await hub.ReadAsync(space.Slug, "/actualites/categorie/vie-du-quartier");
        page.ShouldContain("Fête");
        page.ShouldNotContain("Budget");
        (await hub.ReadAsync(space.Slug, "/actualites")).ShouldContain("href=\"/actualites/categorie/vie-du-quartier\"");
        (await hub.ReadAsync(space.Slug, "/actualites/fete")).ShouldContain("<a rel=\"tag\" href=\"/actualites/categorie/vie-du-quartier\"");
        foreach (var feed in new[] { "feed.atom", "feed.rss", "feed.json" })
        {
            var text = await hub.ReadAsync(space.Slug, "/actualites/categorie/vie-du-quartier/" + feed);
            text.ShouldContain("/actualites/fete");
            text.ShouldNotContain("/actualites/budget");
            // Readers subscribe to what a feed calls its own address.
            text.ShouldContain($"http://{space.Slug}.localhost:5000/actualites/categorie/vie-du-quartier/{feed}\"");
            text.ShouldNotContain($"http://{space.Slug}.localhost:5000/{feed}");
        }
        (await hub.VisitAsync(space.Slug, "/actualites/categorie/rien")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_news_block_shows_one_category_by_the_name_that_the_writer_knows()
    {
        var space = await hub.Given.AnOnlineSite();
        await PutsIn(space, await space.APublishedPost("Bal"), await ACategory(space, "Vie du quartier"));
        await space.APublishedPost("Budget");
        var page = await space.APage("Quartier");
        const string blocks = """{"schema":"page/1","lang":"fr","blocks":[{"id":"n","type":"news","v":1,"max":5,"category":"Vie du quartier"}]}""";
        await space.Publishes(await (await space.Saves(page, blocks, page.Revision)).EnsureSuccess().ReadAsync<Pages.PageDto>());

        var html = (await hub.ReadAsync(space.Slug, "/quartier")).Split("<main")[1];
        html.ShouldContain("/actualites/bal");
        html.ShouldNotContain("/actualites/budget");
    }

    [Fact]
    public async Task A_news_block_keeps_its_category_when_that_is_renamed_and_shows_each_one_s_latest_first()
    {
        var space = await hub.Given.AnOnlineSite();
        var (parties, debates) = (await ACategory(space, "Fêtes"), await ACategory(space, "Débats"));
        foreach (var title in new[] { "Bal", "Kermesse" })
        {
            await PutsIn(space, await space.APublishedPost(title), parties);
            hub.Wait(TimeSpan.FromMinutes(1));
        }
        await PutsIn(space, await space.APublishedPost("Budget"), debates);
        var page = await space.APage("Quartier");
        const string blocks = """{"schema":"page/1","lang":"fr","blocks":[{"id":"n","type":"news","v":1,"max":1,"category":"fetes"},{"id":"m","type":"news","v":1,"max":5,"category":"Débats"}]}""";
        await space.Publishes(await (await space.Saves(page, blocks, page.Revision)).EnsureSuccess().ReadAsync<Pages.PageDto>());
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{parties.Id}", new SaveCategoryInput { Name = "Bals et kermesses" });

        var html = (await hub.ReadAsync(space.Slug, "/quartier")).Split("<main")[1];
        html.ShouldContain("/actualites/kermesse");
        html.ShouldContain("/actualites/budget");
        html.ShouldNotContain("/actualites/bal\"");
    }

    [Fact]
    public async Task A_name_that_is_known_is_the_same_category()
    {
        var space = await hub.Given.AnAssociation();
        var category = await ACategory(space, "Vie du quartier");
        (await ACategory(space, "vie du Quartier")).Id.ShouldBe(category.Id);
    }

    [Fact]
    public async Task Renamed_or_merged_its_former_addresses_lead_to_the_present_one()
    {
        var space = await hub.Given.AnOnlineSite();
        var (one, two) = (await ACategory(space, "Fêtes"), await ACategory(space, "Rencontres"));
        var post = await space.APublishedPost("Bal");
        await PutsIn(space, post, one, two);
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{one.Id}", new SaveCategoryInput { Name = "Bals" });
        (await hub.VisitAsync(space.Slug, "/actualites/categorie/fetes")).Headers.Location!.OriginalString.ShouldBe("/actualites/categorie/bals");

        var taken = await space.Admin.SendAsync(HttpMethod.Put, $"/api/sites/category/{one.Id}", new SaveCategoryInput { Name = "Rencontres" });
        (await taken.CodeAsync()).ShouldBe(SitesErrorCodes.CategoryExists);
        (await space.Admin.PostAsync<CategoryDto>($"/api/sites/category/{one.Id}/merge", new MergeCategoryInput { IntoId = two.Id })).PostCount.ShouldBe(1);
        foreach (var old in new[] { "fetes", "bals" })
            (await hub.VisitAsync(space.Slug, "/actualites/categorie/" + old)).Headers.Location!.OriginalString.ShouldBe("/actualites/categorie/rencontres");
        (await space.Admin.GetAsync<PostDto>($"/api/sites/post/{post.Id}")).Categories.ShouldHaveSingleItem().Name.ShouldBe("Rencontres");
    }

    [Fact]
    public async Task A_category_that_is_deleted_leaves_its_posts()
    {
        var space = await hub.Given.AnOnlineSite();
        var category = await ACategory(space, "Fêtes");
        var post = await space.APublishedPost("Bal");
        await PutsIn(space, post, category);
        await space.Admin.DeleteAsync($"/api/sites/category/{category.Id}");
        (await space.Admin.GetAsync<PostDto>($"/api/sites/post/{post.Id}")).Categories.ShouldBeEmpty();
        (await hub.ReadAsync(space.Slug, "/actualites/bal")).ShouldContain("Bal");
    }

    [Fact]
    public async Task A_category_that_is_deleted_sends_its_readers_to_all_news_until_it_is_back()
    {
        var space = await hub.Given.AnOnlineSite();
        var category = await ACategory(space, "Fêtes");
        await PutsIn(space, await space.APublishedPost("Bal"), category);
        await space.Admin.PutAsync<CategoryDto>($"/api/sites/category/{category.Id}", new SaveCategoryInput { Name = "Bals" });
        await space.Admin.DeleteAsync($"/api/sites/category/{category.Id}");
        foreach (var old in new[] { "fetes", "bals" })
            (await hub.VisitAsync(space.Slug, "/actualites/categorie/" + old)).Headers.Location!.OriginalString.ShouldBe("/actualites");

        await PutsIn(space, await space.APublishedPost("Kermesse"), await ACategory(space, "Bals"));
        (await hub.ReadAsync(space.Slug, "/actualites/categorie/bals")).ShouldContain("Kermesse");
    }

    private static Task<CategoryDto> ACategory(TestSpace space, string name) => space.Admin.PostAsync<CategoryDto>("/api/sites/category", new SaveCategoryInput { Name = name });

    private static Task<PostDto> PutsIn(TestSpace space, PostDto post, params CategoryDto[] categories)
        => space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/set-categories", new SetPostCategoriesInput { CategoryIds = [.. categories.Select(category => category.Id)] });
}
