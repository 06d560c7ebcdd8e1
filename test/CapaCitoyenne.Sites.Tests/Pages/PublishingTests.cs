using System.Net;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Associations.FirstSteps;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Pages;

public class PublishingTests(HubFixture hub)
{
    [Fact]
    public async Task Nothing_goes_online_before_the_address_is_confirmed()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{(await space.HomePage()).Id}/publish");
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.EmailNotConfirmed);
    }

    [Fact]
    public async Task Nothing_goes_online_before_the_legal_notice_is_complete()
    {
        var space = await hub.Given.AnAssociation();
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{(await space.HomePage()).Id}/publish");
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.LegalNoticeIncomplete);
        (await space.Admin.GetAsync<SiteDto>("/api/sites/site")).Obstacles.ShouldHaveSingleItem().Code.ShouldBe(SitesErrorCodes.LegalNoticeIncomplete);
    }

    [Fact]
    public async Task A_picture_without_words_does_not_go_online()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Photo");
        const string image = """{"id":"i","type":"image","v":1,"media":"media:00000000-0000-0000-0000-000000000001","alt":{"kind":"text","text":""}}""";
        await (await space.Saves(page, $$"""{"schema":"page/1","lang":"fr","blocks":[{{image}}]}""", page.Revision)).EnsureSuccess().ReadAsync<PageDto>();
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{page.Id}/publish");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.DocumentNotPublishable);
    }

    [Fact]
    public async Task The_home_page_takes_the_legal_pages_online_with_it()
    {
        var space = await hub.Given.AnOnlineSite();
        var home = await hub.ReadAsync(space.Slug, "/");
        home.ShouldContain("href=\"/mentions-legales\"");
        home.ShouldContain("href=\"/donnees-personnelles\"");
        (await hub.ReadAsync(space.Slug, "/accessibilite")).ShouldContain("non conforme");
        var notice = await hub.ReadAsync(space.Slug, "/mentions-legales");
        notice.ShouldContain("12, rue de l’Église<br>75010 Paris");
        notice.ShouldContain("Léa Bonnet");
        notice.ShouldContain("01 99 00 12 12");
        notice.ShouldContain($"<a href=\"mailto:{space.AdminEmail}\">{space.AdminEmail}</a>");
        notice.ShouldContain("<dt>Hébergeur</dt>");
    }

    [Fact]
    public async Task The_exercise_is_passed_once_the_home_page_is_online_and_tells_what_is_missing_before()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var home = await space.HomePage();
        Task<TaskCheckResult> Check() => hub.InAsync(space.TenantId, space.AdminId, services
            => services.GetServices<ITaskCheck>().Single(check => check.Name == TaskNames.HomePagePublished).CheckAsync(space.TenantId));

        var before = await Check();
        before.Passed.ShouldBeFalse();
        before.Findings.ShouldHaveSingleItem().Link.ShouldBe($"site/pages/{home.Id}");

        await space.Publishes(home);
        (await Check()).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_steps_follow_what_really_happened()
    {
        var space = await hub.Given.AnOnlineSite();
        var steps = await hub.InAsync(space.TenantId, space.AdminId, services => services.GetServices<IFirstStepProvider>().OfType<SitesFirstStepProvider>().Single().GetAsync(space.TenantId));
        steps.Select(step => (step.Name, step.Done)).ShouldBe([("sites.home-page-published", true), ("sites.first-post-published", false)]);
    }

    [Fact]
    public async Task The_legal_pages_and_the_home_page_stay()
    {
        var space = await hub.Given.AnAssociation();
        var pages = (await space.Admin.GetAsync<ListResultDto<PageListItemDto>>("/api/sites/page")).Items;
        pages.Select(page => page.Kind).Distinct().Count().ShouldBe(5);
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/page/{pages.Single(p => p.Kind == PageKind.Home).Id}")).CodeAsync()).ShouldBe(SitesErrorCodes.HomePageStays);
        (await (await space.Admin.SendAsync(HttpMethod.Delete, $"/api/sites/page/{pages.Single(p => p.Kind == PageKind.Privacy).Id}")).CodeAsync()).ShouldBe(SitesErrorCodes.LegalPageStays);
    }

    [Fact]
    public async Task A_preview_tells_what_readers_see_meanwhile()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Jardin", "Avant");
        async Task<string> Preview()
        {
            var link = new Uri((await space.Admin.PostAsync<PreviewLinkDto>($"/api/sites/page/{page.Id}/preview-link")).Url);
            return await (await hub.VisitAsync(space.Slug, link.AbsolutePath)).Content.ReadAsStringAsync();
        }

        (await Preview()).ShouldContain("ce texte n’est pas encore en ligne");
        page = await space.Publishes(page);
        (await Preview()).ShouldContain("cette page est en ligne telle quelle");
        (await space.Saves(page, SitesTestExtensions.Text(("b1", "Après")), page.Revision)).EnsureSuccess();
        (await Preview()).ShouldContain("vos derniers changements ne sont pas encore en ligne");
    }

    [Fact]
    public async Task A_preview_shows_the_draft_to_whoever_has_the_link_for_an_hour_and_to_no_other_site()
    {
        var space = await hub.Given.AnAssociation();
        var other = await hub.Given.AnAssociation();
        var page = await space.APage("Brouillon", "Secret");
        var link = new Uri((await space.Admin.PostAsync<PreviewLinkDto>($"/api/sites/page/{page.Id}/preview-link")).Url);

        var response = await hub.VisitAsync(space.Slug, link.AbsolutePath);
        (await response.Content.ReadAsStringAsync()).ShouldContain("Secret");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        // The workspace shows it in a frame; nobody else may.
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldEndWith("frame-ancestors http://localhost:5000");
        (await hub.VisitAsync(other.Slug, link.AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        hub.Wait(TimeSpan.FromHours(2));
        (await hub.VisitAsync(space.Slug, link.AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
