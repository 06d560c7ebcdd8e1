using Microsoft.Extensions.DependencyInjection;
using System.Net;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Sites.Search;

public class SearchTests(HubFixture hub)
{
    [Fact]
    public async Task A_reader_finds_a_page_by_other_forms_of_its_words_and_sees_them_marked()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Le compost", "Les habitantes apportent leurs épluchures <b>chaque</b> samedi.");
        var html = await FindAsync(space, "habitant epluchure");
        html.ShouldContain("href=\"/le-compost\"");
        html.ShouldContain("<mark>habitantes</mark>");
        html.ShouldContain("<mark>épluchures</mark>");
        html.ShouldContain("1 résultat");
    }

    [Fact]
    public async Task A_passage_shows_the_words_of_a_text_without_its_marks_and_addresses()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Contact", "> Le **jardin**\n\n- [Écrire à Ada](mailto:ada@exemple.fr)\n- [Notre page](https://exemple.fr/)\n\n| Jour | Heure |\n| --- | --- |\n| samedi | 10 h |");
        var passage = (await FindAsync(space, "jardin")).Split("class=\"news-excerpt\">")[^1].Split("</p>")[0];
        string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldBe("Le <mark>jardin</mark> Écrire à Ada Notre page Jour Heure samedi 10 h");
    }

    [Fact]
    public async Task A_title_says_more_than_a_text()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Divers", "On parle aussi du potager, du potager et du potager.");
        await space.APublishedPage("Le potager", "Ouvert le samedi.");
        var html = await FindAsync(space, "potager");
        Paths(html).ShouldBe(["/le-potager", "/divers"]);
    }

    [Fact]
    public async Task What_is_not_online_is_not_found_and_what_leaves_is_no_longer()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APage("Secret", "Le coffre vert");
        var page = await space.APublishedPage("Public", "Le coffre rouge");
        (await FindAsync(space, "coffre")).ShouldNotContain("/secret");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/change-slug", new ChangePageSlugInput { Slug = "ailleurs" });
        (await FindAsync(space, "coffre")).ShouldContain("href=\"/ailleurs\"");
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/unpublish");
        (await FindAsync(space, "coffre")).ShouldContain("Rien n’a été trouvé");
        await space.Publishes(page);
        await space.Admin.DeleteAsync($"/api/sites/page/{page.Id}");
        (await FindAsync(space, "coffre")).ShouldContain("Rien n’a été trouvé");
    }

    [Fact]
    public async Task An_event_is_found_with_its_next_date_while_it_is_online()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var today = Documents.SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        var choir = await space.Publishes(await space.AnEvent("Chorale", today.AddDays(-6), new RecurrenceDto { Kind = RecurrenceKind.Weekly }, input => input.Markdown = "On y chante des **barcarolles**."));
        var html = await FindAsync(space, "barcarolle");
        html.ShouldContain("href=\"/agenda/chorale\"");
        html.ShouldContain($"datetime=\"{today.AddDays(1):yyyy-MM-dd}\"");
        await space.Admin.PostAsync<EventDto>($"/api/sites/event/{choir.Id}/unpublish");
        (await FindAsync(space, "barcarolle")).ShouldContain("Rien n’a été trouvé");
    }

    [Fact]
    public async Task A_block_for_members_is_not_found()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput
        {
            Title = "Cave", Document = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"audience":"members","markdown":"Le digicode est bleu"}]}""",
        });
        await space.Publishes(page);
        (await FindAsync(space, "digicode")).ShouldContain("Rien n’a été trouvé");
    }

    [Fact]
    public async Task One_site_does_not_find_what_another_one_says()
    {
        var one = await hub.Given.ASpaceThatMayPublish();
        var two = await hub.Given.AnOnlineSite();
        await one.APublishedPost("Guinguette", "Rendez-vous au bord du canal");
        (await FindAsync(one, "guinguette")).ShouldContain("/actualites/guinguette");
        (await FindAsync(two, "guinguette")).ShouldContain("Rien n’a été trouvé");
    }

    [Fact]
    public async Task A_slip_of_the_finger_is_answered_with_the_word_of_the_site()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPage("Trésorerie", "Les comptes de la trésorière");
        var html = await FindAsync(space, "trésoriere comtpes");
        html.ShouldContain("Vouliez-vous dire");
        html.ShouldContain(">trésoriere comptes</a>");
    }

    [Fact]
    public async Task Results_come_ten_by_ten_each_once()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        for (var i = 0; i < 12; i++) await space.APublishedPost($"Nouvelle {i}", "La fanfare joue");
        var first = await FindAsync(space, "fanfare");
        first.ShouldContain("12 résultats");
        var next = System.Text.RegularExpressions.Regex.Match(first, "rel=\"next\" href=\"(?<url>[^\"]+)\"").Groups["url"].Value.Replace("&amp;", "&");
        var second = await hub.ReadAsync(space.Slug, next);
        Paths(first).Concat(Paths(second)).Distinct().Count().ShouldBe(12);
        Paths(second).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0\u0001￿")]
    [InlineData("%")]
    [InlineData("le la les")]
    [InlineData("")]
    public async Task Whatever_is_asked_is_answered(string query)
    {
        var space = await hub.Given.AnOnlineSite();
        var response = await hub.VisitAsync(space.Slug, "/recherche?q=" + Uri.EscapeDataString(query));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await hub.VisitAsync(space.Slug, "/recherche?q=a&apres=nonsense")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_site_whose_index_is_of_another_time_is_indexed_anew_by_the_first_search()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await space.APublishedPost("Kermesse", "Avec tombola");
        await hub.InAsync(space.TenantId, null, async services =>
        {
            var context = await services.GetRequiredService<Abp.EntityFrameworkCore.IDbContextProvider<Abp.EntityFrameworkCore.AbpDbContext>>().GetDbContextAsync();
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDeleteAsync(context.Set<SearchTerm>());
            await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(context.Set<Sites.Site>(), update => update.SetProperty(site => site.SearchVersion, 0));
        });
        (await FindAsync(space, "tombola")).ShouldContain("Rien n’a été trouvé");
        await hub.RunJobsAsync();
        (await FindAsync(space, "tombola")).ShouldContain("/actualites/kermesse");
    }

    private Task<string> FindAsync(TestSpace space, string query) => hub.ReadAsync(space.Slug, "/recherche?q=" + Uri.EscapeDataString(query));

    private static string[] Paths(string html)
        => [.. System.Text.RegularExpressions.Regex.Matches(html, "news-title\"><a href=\"(?<path>[^\"]+)\"").Select(match => match.Groups["path"].Value)];
}
