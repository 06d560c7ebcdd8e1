using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Public;

public class BlockPageTests(HubFixture hub)
{
    [Fact]
    public async Task A_page_with_a_film_allows_the_frames_of_its_host_and_no_other_page_does()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await Publish(space, "Film", """{"id":"b1","type":"video","v":1,"url":"https://tube.exemple.fr/w/kkGMgK9ZtnKfYAgnEtQxbv","title":"La fête"}""");
        await space.APublishedPage("Texte");
        var film = await hub.VisitAsync(space.Slug, "/film");
        film.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors 'none'; frame-src https://tube.exemple.fr");
        (await film.Content.ReadAsStringAsync()).ShouldContain("<iframe src=\"https://tube.exemple.fr/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv\"");
        (await hub.VisitAsync(space.Slug, "/texte")).Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("frame-src");
    }

    [Fact]
    public async Task Cards_of_courses_show_the_titles_that_they_have_and_only_what_is_published()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        await Publish(space, "Se former", """
            {"id":"b1","type":"courses","v":1,"items":[{"id":"i1","course":"course:publier-sa-page-d-accueil"},{"id":"i2","course":"course:inconnu"}]},
            {"id":"b2","type":"text","v":1,"markdown":"[](course:publier-sa-page-d-accueil)"}
            """);
        var html = await hub.ReadAsync(space.Slug, "/se-former");
        html.ShouldContain("<h2 class=\"card-title\"><a href=\"http://localhost:5000/formations/publier-sa-page-d-accueil\"");
        html.Split("class=\"card\"").Length.ShouldBe(2);
        html.ShouldContain(" min</p>");
    }

    [Fact]
    public async Task What_is_wrong_in_a_list_is_told_with_its_place()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Questions");
        var refused = await space.Saves(page, Document("""{"id":"b1","type":"faq","v":1,"items":[{"id":"i1","question":"Où ?","markdown":""},{"id":"i1","question":"Où ?","markdown":""}]}"""), page.Revision);
        ((int)refused.StatusCode).ShouldBe(400);
        var told = await refused.Content.ReadAsStringAsync();
        told.ShouldContain("Sites:ItemIdRepeated");
        told.ShouldContain("/blocks/0/items/1/id");
    }

    private static async Task Publish(TestSpace space, string title, string blocks)
        => await space.Publishes(await space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput { Title = title, Document = Document(blocks) }));

    private static string Document(string blocks) => $$"""{"schema":"page/1","lang":"fr","blocks":[{{blocks}}]}""";
}
