using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Menus;

public class MenuTests(HubFixture hub)
{
    [Fact]
    public async Task The_starter_menu_has_the_news_once_there_are_some()
    {
        var space = await hub.Given.AnOnlineSite();
        Menu(await hub.ReadAsync(space.Slug, "/")).ShouldNotContain("/actualites");
        await space.APublishedPost("Fête");
        Menu(await hub.ReadAsync(space.Slug, "/")).ShouldContain("<a href=\"/actualites\"");
    }

    [Fact]
    public async Task Entries_under_an_entry_fold_and_the_page_over_them_is_the_first()
    {
        var space = await hub.Given.AnOnlineSite();
        var act = await space.APublishedPage("Agir");
        var join = await space.APublishedPage("Adhérer");
        await Sets(space, [
            Item($"page:{act.Id}", null, Item($"page:{join.Id}", "Nous rejoindre"), Item("https://exemple.org/don", "Donner")),
            Item(null, "Plus", Item("/plan", "Plan")),
        ]);

        var menu = Menu(await hub.ReadAsync(space.Slug, "/"));
        menu.ShouldContain("<summary>Agir</summary>");
        menu.ShouldContain("<a href=\"/agir\">Agir</a>");
        menu.ShouldContain("<a href=\"/adherer\">Nous rejoindre</a>");
        menu.ShouldContain("<a href=\"https://exemple.org/don\">Donner</a>");
        menu.ShouldContain("<summary>Plus</summary>");
    }

    [Fact]
    public async Task An_event_has_its_place_in_the_menu_and_in_texts_while_it_is_online()
    {
        var space = await hub.Given.AnOnlineSite();
        var one = await space.AnEvent("Fête du quai", new DateOnly(2097, 6, 1));
        await Sets(space, [Item($"event:{one.Id}", "La fête")]);
        await space.APublishedPage("Venir", $"Rendez-vous à [la fête](event:{one.Id}).");
        Menu(await hub.ReadAsync(space.Slug, "/venir")).ShouldNotContain("La fête");
        await space.Publishes(one);
        var html = await hub.ReadAsync(space.Slug, "/venir");
        Menu(html).ShouldContain("<a href=\"/agenda/fete-du-quai\">La fête</a>");
        html.ShouldContain("<a href=\"/agenda/fete-du-quai\">la fête</a>");
    }

    [Fact]
    public async Task A_page_joins_and_leaves_by_its_switch_and_what_was_under_it_stays()
    {
        var space = await hub.Given.AnOnlineSite();
        var act = await space.APublishedPage("Agir");
        var join = await space.APublishedPage("Adhérer");
        await Sets(space, [Item($"page:{act.Id}", null, Item($"page:{join.Id}"))]);
        (await space.Admin.PostAsync<PageDto>($"/api/sites/page/{act.Id}/set-menu", new SetPageMenuInput { ShowInMenu = false })).ShowInMenu.ShouldBeFalse();
        (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).Items.ShouldHaveSingleItem().Label.ShouldBe("Adhérer");
        (await space.Admin.PostAsync<PageDto>($"/api/sites/page/{act.Id}/set-menu", new SetPageMenuInput { ShowInMenu = true })).ShowInMenu.ShouldBeTrue();
        (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).Items.Select(item => item.Label).ShouldBe(["Adhérer", "Agir"]);
    }

    [Fact]
    public async Task A_page_that_comes_back_from_the_trash_has_its_place_again()
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APublishedPage("Agir");
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        Menu(await hub.ReadAsync(space.Slug, "/")).ShouldNotContain("Agir");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/restore-from-trash", new RestoreFromTrashInput { AsItWas = true });
        Menu(await hub.ReadAsync(space.Slug, "/")).ShouldContain("Agir");
    }

    [Theory]
    [InlineData("javascript:alert(1)", "x", SitesErrorCodes.MenuTargetInvalid)]
    [InlineData("//exemple.org", "x", SitesErrorCodes.MenuTargetInvalid)]
    [InlineData("https://exemple.org", null, SitesErrorCodes.MenuTitleMissing)]
    [InlineData(null, null, SitesErrorCodes.MenuTitleMissing)]
    public async Task An_entry_that_leads_nowhere_is_refused(string? target, string? title, string code)
    {
        var space = await hub.Given.AnAssociation();
        var response = await Update(space, [Item(target, title)]);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task Three_levels_are_refused_and_so_is_a_menu_that_somebody_else_changed()
    {
        var space = await hub.Given.AnAssociation();
        (await (await Update(space, [Item(null, "a", Item(null, "b", Item("/c", "c")))])).CodeAsync()).ShouldBe(SitesErrorCodes.MenuTooDeep);
        var stamp = (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).ConcurrencyStamp;
        await Sets(space, [Item("/a", "a")]);
        (await Update(space, [Item("/b", "b")], stamp)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static MenuItemInput Item(string? target, string? title = null, params MenuItemInput[] children) => new() { Target = target, Title = title, Children = children };

    private static async Task Sets(TestSpace space, MenuItemInput[] items) => (await Update(space, items)).EnsureSuccess();

    private static async Task<HttpResponseMessage> Update(TestSpace space, MenuItemInput[] items, string? stamp = null) => await space.Admin.SendAsync(
        HttpMethod.Put, "/api/sites/menu", new UpdateMenuInput { Items = items, ConcurrencyStamp = stamp ?? (await space.Admin.GetAsync<MenuDto>("/api/sites/menu")).ConcurrencyStamp });

    private static string Menu(string html) => html.Split("<nav class=\"site-menu\"")[1].Split("</nav>")[0];
}
