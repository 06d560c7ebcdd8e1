using System.Text;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.DependencyInjection;
using static System.Net.HttpStatusCode;

namespace CapaCitoyenne.Sites.Pages;

public class SchedulingTests(HubFixture hub)
{
    private const string ImageWithoutDescription =
        """{"schema":"page/1","lang":"fr","blocks":[{"id":"i","type":"image","v":1,"media":"media:00000000-0000-0000-0000-000000000001","alt":{"kind":"text","text":""}}]}""";

    [Theory]
    [InlineData("2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00Z")] // does not exist: clocks show 03:30 then
    [InlineData("2026-03-29T03:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")] // exists twice: the first
    [InlineData("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("2026-07-14T12:00:00", "2026-07-14T10:00:00Z")]
    public void A_time_on_the_clocks_of_Paris_is_one_instant(string wallClock, string instant)
        => SiteDay.ToUtc(DateTime.Parse(wallClock, null)).ShouldBe(DateTime.Parse(instant, null).ToUniversalTime());

    [Fact]
    public async Task The_first_reader_after_the_instant_sees_the_page_and_the_first_after_its_end_does_not()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Inscriptions");
        var scheduled = await Schedules(space, page, TimeSpan.FromHours(2), TimeSpan.FromHours(4));
        scheduled.PublishAt.ShouldNotBeNull();
        (await hub.VisitAsync(space.Slug, "/inscriptions")).StatusCode.ShouldBe(NotFound);

        hub.Wait(TimeSpan.FromHours(2));
        (await hub.VisitAsync(space.Slug, "/inscriptions")).StatusCode.ShouldBe(OK);
        hub.Wait(TimeSpan.FromHours(2));
        (await hub.VisitAsync(space.Slug, "/inscriptions")).StatusCode.ShouldBe(NotFound);
    }

    [Fact]
    public async Task A_worker_makes_the_change_where_nobody_reads()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var post = await space.Admin.PostAsync<PostDto>("/api/sites/post", new CreatePostInput { Title = "Vœux", Document = SitesTestExtensions.Text(("b1", "Bonne année")) });
        await space.Admin.PostAsync<PostDto>($"/api/sites/post/{post.Id}/schedule", new ScheduleInput { PublishAt = hub.Clock.GetUtcNow().UtcDateTime.AddHours(1) });
        hub.Wait(TimeSpan.FromHours(1));
        await hub.RunJobsAsync();
        var published = await space.Admin.GetAsync<PostDto>($"/api/sites/post/{post.Id}");
        published.IsPublished.ShouldBeTrue();
        published.PublishAt.ShouldBeNull();
    }

    [Fact]
    public async Task Many_nodes_at_once_make_a_change_once()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Une fois");
        await Schedules(space, page, TimeSpan.FromHours(1), null);
        var before = await Version(space);
        hub.Wait(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var scope = hub.Services.CreateAsyncScope();
            using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(space.TenantId);
            await scope.ServiceProvider.GetRequiredService<PublicationScheduler>().RunDueAsync();
        })));

        (await Version(space)).ShouldBe(before + 1);
        (await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}")).IsPublished.ShouldBeTrue();
    }

    [Fact]
    public async Task What_stands_in_the_way_at_the_instant_is_shown_and_mailed_and_the_page_waits()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Photo");
        await Schedules(space, page, TimeSpan.FromHours(1), null);
        (await space.Saves(page, ImageWithoutDescription, page.Revision)).EnsureSuccess();
        hub.Wait(TimeSpan.FromHours(1));
        await hub.RunJobsAsync();

        var waiting = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}");
        waiting.IsPublished.ShouldBeFalse();
        waiting.PublishAt.ShouldNotBeNull();
        waiting.ScheduleProblem.ShouldNotBeNull();
        hub.Mail.To(space.AdminEmail).Count(mail => mail.Subject?.Contains("Photo", StringComparison.Ordinal) == true).ShouldBe(1);
        hub.Mail.LinkTo(space.AdminEmail, page.Id.ToString()).AbsolutePath.ShouldBe($"/espace/{space.Slug}/site/pages/{page.Id}");

        (await space.Saves(waiting, SitesTestExtensions.Text(("b1", "Sans image")), waiting.Revision)).EnsureSuccess();
        (await space.Publishes(page)).ScheduleProblem.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_end_that_passed_while_something_stood_in_the_way_takes_nothing_offline_later(bool workerCameBy)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Photo");
        await Schedules(space, page, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        (await space.Saves(page, ImageWithoutDescription, page.Revision)).EnsureSuccess();
        hub.Wait(TimeSpan.FromHours(1));
        await hub.RunJobsAsync();
        hub.Wait(TimeSpan.FromHours(2));
        if (workerCameBy) await hub.RunJobsAsync();

        var waiting = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}");
        if (workerCameBy) (waiting.UnpublishAt, waiting.ScheduleProblem is null).ShouldBe((null, false));
        (await space.Saves(waiting, SitesTestExtensions.Text(("b1", "Sans image")), waiting.Revision)).EnsureSuccess();
        (await space.Publishes(page)).UnpublishAt.ShouldBeNull();
        await IsStillThere(space, "/photo");
    }

    [Fact]
    public async Task Times_that_both_passed_while_nobody_was_there_to_make_the_change_come_no_more()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Panne");
        await Schedules(space, page, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        hub.Wait(TimeSpan.FromHours(3));
        await hub.RunJobsAsync();
        var missed = await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}");
        (missed.IsPublished, missed.PublishAt, missed.UnpublishAt).ShouldBe((false, null, null));
        (await hub.VisitAsync(space.Slug, "/panne")).StatusCode.ShouldBe(NotFound);
        await space.Publishes(page);
        await IsStillThere(space, "/panne");
    }

    [Fact]
    public async Task A_publication_by_the_clock_never_conflicts_with_who_writes_at_that_moment()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Jardin", "avant");
        await Schedules(space, page, TimeSpan.FromHours(1), null);
        hub.Wait(TimeSpan.FromHours(1));

        var saving = Enumerable.Range(1, 5).Select(number => Task.Run(() => space.Saves(page, SitesTestExtensions.Text(("b1", $"texte {number}")), page.Revision, "Léa"))).ToList();
        var reading = Enumerable.Range(1, 3).Select(_ => Task.Run(() => hub.VisitAsync(space.Slug, "/jardin"))).ToList();
        await Task.WhenAll(reading);
        var answers = await Task.WhenAll(saving);

        answers.ShouldAllBe(answer => answer.IsSuccessStatusCode);
        (await space.Admin.GetAsync<PageDto>($"/api/sites/page/{page.Id}")).IsPublished.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1, null, SitesErrorCodes.ScheduleInPast)]
    [InlineData(24 * 800, null, SitesErrorCodes.ScheduleTooFar)]
    [InlineData(4, 2, SitesErrorCodes.ScheduleEndsBeforeBeginning)]
    [InlineData(null, 2, SitesErrorCodes.ScheduleEndsBeforeBeginning)]
    public async Task Instants_that_make_no_sense_are_refused(int? publishInHours, int? unpublishInHours, string code)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Page");
        var now = hub.Clock.GetUtcNow().UtcDateTime;
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/page/{page.Id}/schedule", new ScheduleInput
        {
            PublishAt = publishInHours is { } start ? now.AddHours(start) : null, UnpublishAt = unpublishInHours is { } end ? now.AddHours(end) : null,
        });
        response.StatusCode.ShouldBe(BadRequest);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task What_was_scheduled_can_be_taken_back()
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var page = await space.APage("Plus tard");
        await Schedules(space, page, TimeSpan.FromHours(1), null);
        await space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/schedule", new ScheduleInput());
        hub.Wait(TimeSpan.FromHours(1));
        await hub.RunJobsAsync();
        (await hub.VisitAsync(space.Slug, "/plus-tard")).StatusCode.ShouldBe(NotFound);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("post")]
    public async Task What_goes_online_has_the_end_that_the_request_says(string kind)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var id = (await space.Admin.PostAsync<PageDto>($"/api/sites/{kind}", new CreatePageInput { Title = "Brocante", Document = SitesTestExtensions.Text(("b1", "Dimanche")) })).Id;
        Task<PageDto> Publishes(object? input) => space.Admin.PostAsync<PageDto>($"/api/sites/{kind}/{id}/publish", input);
        var end = hub.Clock.GetUtcNow().UtcDateTime.AddHours(2);

        var published = await Publishes(new PublishInput { UnpublishAt = end });
        (published.IsPublished, published.UnpublishAt).ShouldBe((true, end));
        (await Publishes(null)).UnpublishAt.ShouldBe(end);
        (await Publishes(new StringContent("", Encoding.UTF8, "application/json"))).UnpublishAt.ShouldBe(end);
        (await Publishes(new PublishInput())).UnpublishAt.ShouldBeNull();

        await Publishes(new PublishInput { UnpublishAt = end });
        hub.Wait(TimeSpan.FromHours(2));
        await hub.RunJobsAsync();
        (await space.Admin.GetAsync<PageDto>($"/api/sites/{kind}/{id}")).IsPublished.ShouldBeFalse();
    }

    [Theory]
    [InlineData("page")]
    [InlineData("post")]
    public async Task Nothing_goes_online_when_its_end_is_refused(string kind)
    {
        var space = await hub.Given.ASpaceThatMayPublish();
        var id = (await space.Admin.PostAsync<PageDto>($"/api/sites/{kind}", new CreatePageInput { Title = "Brocante", Document = SitesTestExtensions.Text(("b1", "Dimanche")) })).Id;
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"/api/sites/{kind}/{id}/publish", new PublishInput { UnpublishAt = hub.Clock.GetUtcNow().UtcDateTime.AddHours(-1) });
        (await response.CodeAsync()).ShouldBe(SitesErrorCodes.ScheduleInPast);
        (await space.Admin.GetAsync<PageDto>($"/api/sites/{kind}/{id}")).IsPublished.ShouldBeFalse();
    }

    private Task<PageDto> Schedules(TestSpace space, PageDto page, TimeSpan publishIn, TimeSpan? unpublishIn)
    {
        var now = hub.Clock.GetUtcNow().UtcDateTime;
        return space.Admin.PostAsync<PageDto>($"/api/sites/page/{page.Id}/schedule", new ScheduleInput { PublishAt = now + publishIn, UnpublishAt = now + unpublishIn });
    }

    /// <summary>The first visitor makes what is due, the second sees it.</summary>
    private async Task IsStillThere(TestSpace space, string path)
    {
        await hub.VisitAsync(space.Slug, path);
        hub.Wait(TimeSpan.FromSeconds(2));
        await hub.RunJobsAsync();
        (await hub.VisitAsync(space.Slug, path)).StatusCode.ShouldBe(OK);
    }

    private Task<long> Version(TestSpace space)
        => hub.InAsync(space.TenantId, null, async services => (await services.GetRequiredService<ISiteRepository>().FindMomentAsync())!.Version);
}
