using System.Net;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Statistics;

public class StatisticsTests(HubFixture hub)
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_page_that_a_person_reads_counts_once_a_reading_and_tells_nothing_of_the_person()
    {
        var space = await hub.Given.AnOnlineSite();
        for (var i = 0; i < 3; i++) await VisitAsync(space, "/");
        await VisitAsync(space, "/contact");
        var statistics = await ReadAsync(space);
        statistics.ThisWeek.ShouldBe(3);
        statistics.Pages.ShouldBe([new StatisticsRowDto("/", "Accueil", 3)]);
        statistics.Points.Count.ShouldBe(StatisticsConsts.Days);
        statistics.Points[^1].Visits.ShouldBe(3);
    }

    [Fact]
    public async Task A_page_that_the_browser_still_has_counts_too()
    {
        var space = await hub.Given.AnOnlineSite();
        var tag = (await VisitAsync(space, "/")).Headers.ETag!;
        await VisitAsync(space, "/", request => request.Headers.IfNoneMatch.Add(tag));
        (await ReadAsync(space)).ThisWeek.ShouldBe(2);
    }

    [Theory]
    [InlineData("Googlebot/2.1 (+http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)")]
    [InlineData("curl/8.5.0")]
    [InlineData("python-requests/2.32")]
    [InlineData("Mozilla/5.0 HeadlessChrome/140.0")]
    [InlineData(null)]
    public async Task Programs_do_not_count(string? userAgent)
    {
        var space = await hub.Given.AnOnlineSite();
        await hub.VisitAsync(space.Slug, "/", request => { if (userAgent is not null) request.Headers.TryAddWithoutValidation("User-Agent", userAgent); });
        (await ReadAsync(space)).ThisWeek.ShouldBe(0);
    }

    [Fact]
    public async Task Files_feeds_previews_and_what_is_loaded_ahead_do_not_count()
    {
        var space = await hub.Given.AnOnlineSite();
        foreach (var path in new[] { "/feed.atom", "/robots.txt", "/sitemap.xml" }) await VisitAsync(space, path);
        await VisitAsync(space, "/", request => request.Headers.Add("Sec-Purpose", "prefetch;prerender"));
        await VisitAsync(space, "/", request => request.Method = HttpMethod.Head);
        (await ReadAsync(space)).ThisWeek.ShouldBe(0);
    }

    [Fact]
    public async Task A_site_that_led_here_is_shown_from_the_fifth_time_on_by_its_host_alone_and_in_steps_of_five()
    {
        var space = await hub.Given.AnOnlineSite();
        for (var i = 0; i < 4; i++) await VisitAsync(space, "/", From("https://www.mairie10.paris.fr/agenda?qui=lea"));
        (await ReadAsync(space)).Referrers.ShouldBeEmpty();
        await VisitAsync(space, "/", From("https://mairie10.paris.fr/"));
        await VisitAsync(space, "/", From($"http://{space.Slug}.localhost:5000/contact"));
        (await ReadAsync(space)).Referrers.ShouldBe([new StatisticsRowDto("mairie10.paris.fr", null, 5)]);
        // The sixth would be one reader, told by subtraction.
        await VisitAsync(space, "/", From("https://mairie10.paris.fr/"));
        (await ReadAsync(space)).Referrers.ShouldBe([new StatisticsRowDto("mairie10.paris.fr", null, 5)]);
    }

    [Fact]
    public async Task A_missing_address_is_sent_to_the_page_that_is_called_nearly_so_and_may_be_taken_back()
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APublishedPage("Nous trouver");
        for (var i = 0; i < 5; i++) await VisitAsync(space, "/2019/05/nous-trouvers.html");
        var missing = (await ReadAsync(space)).Missing.ShouldHaveSingleItem();
        (missing.ProposedTarget, missing.ProposedTitle).ShouldBe(("page:" + page.Id, "Nous trouver"));

        var former = await space.Admin.PostAsync<FormerAddressDto>("/api/sites/former-address", new CreateFormerAddressInput { Path = missing.Path, Target = missing.ProposedTarget! });
        (await hub.VisitAsync(space.Slug, missing.Path)).Headers.Location!.OriginalString.ShouldBe("/nous-trouver");
        (await ReadAsync(space)).Missing.ShouldBeEmpty();
        await space.Admin.DeleteAsync($"/api/sites/former-address/{former.Id}");
        (await hub.VisitAsync(space.Slug, missing.Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/nous-trouver", SitesErrorCodes.FormerAddressInUse)]
    [InlineData("https://ailleurs.fr", SitesErrorCodes.FormerAddressInvalid)]
    [InlineData("/a?b", SitesErrorCodes.FormerAddressInvalid)]
    public async Task Only_a_free_path_of_the_site_is_sent_somewhere_and_only_to_what_is_there(string path, string code)
    {
        var space = await hub.Given.AnOnlineSite();
        var page = await space.APublishedPage("Nous trouver");
        (await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/former-address", new CreateFormerAddressInput { Path = path, Target = "page:" + page.Id })).CodeAsync()).ShouldBe(code);
        var stranger = await hub.Given.AnAssociation();
        (await (await stranger.Admin.SendAsync(HttpMethod.Post, "/api/sites/former-address", new CreateFormerAddressInput { Path = "/x", Target = "page:" + page.Id })).CodeAsync()).ShouldBe(SitesErrorCodes.FormerAddressTargetUnknown);
    }

    [Fact]
    public async Task An_address_leads_to_no_draft()
    {
        var space = await hub.Given.AnOnlineSite();
        var draft = await space.Admin.PostAsync<PageDto>("/api/sites/page", new CreatePageInput { Title = "Bientôt" });
        (await (await space.Admin.SendAsync(HttpMethod.Post, "/api/sites/former-address", new CreateFormerAddressInput { Path = "/x", Target = "page:" + draft.Id })).CodeAsync()).ShouldBe(SitesErrorCodes.FormerAddressTargetUnknown);
    }

    [Fact]
    public async Task An_address_that_five_readers_missed_is_told_and_what_burglars_try_is_not()
    {
        var space = await hub.Given.AnOnlineSite();
        for (var i = 0; i < 5; i++)
        {
            await VisitAsync(space, "/ancienne-page");
            await VisitAsync(space, "/wp-login.php");
            await VisitAsync(space, "/.env");
        }
        (await ReadAsync(space)).Missing.ShouldBe([new MissingPathDto("/ancienne-page", 5, null, null)]);
    }

    [Fact]
    public async Task Counts_of_several_flushes_and_processes_add_up()
    {
        var space = await hub.Given.AnOnlineSite();
        var day = SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < 2; i++)
        {
            await hub.InAsync(null, null, services => services.GetRequiredService<IVisitRepository>().AddAsync(
                [.. Enumerable.Range(0, 400).Select(n => new VisitCount(Guid.CreateVersion7(), space.TenantId, day.AddDays(-n), VisitKind.Page, "/", 2))]));
        }
        var statistics = await ReadAsync(space, StatisticsPeriod.Months);
        statistics.ThisWeek.ShouldBe(28);
        statistics.WeekBefore.ShouldBe(28);
        statistics.Points.Count.ShouldBe(12);
        statistics.Points[5].Visits.ShouldBe(DateTime.DaysInMonth(statistics.Points[5].Day.Year, statistics.Points[5].Day.Month) * 4);
    }

    [Fact]
    public async Task After_twenty_five_months_counts_are_forgotten_and_the_others_stay()
    {
        var space = await hub.Given.AnOnlineSite();
        var today = SiteDay.Of(hub.Clock.GetUtcNow().UtcDateTime);
        await hub.InAsync(null, null, services => services.GetRequiredService<IVisitRepository>().AddAsync(
        [
            new VisitCount(Guid.CreateVersion7(), space.TenantId, today.AddMonths(-25).AddDays(-1), VisitKind.Page, "/", 1),
            new VisitCount(Guid.CreateVersion7(), space.TenantId, today.AddMonths(-25), VisitKind.Page, "/", 1),
        ]));
        await hub.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<ForgetVisitsWorker>().DoWorkAsync();
        (await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<IVisitRepository>().GetListAsync())).Single().Day.ShouldBe(today.AddMonths(-25));
    }

    private static Action<HttpRequestMessage> From(string referrer) => request => request.Headers.Referrer = new Uri(referrer);

    private Task<HttpResponseMessage> VisitAsync(TestSpace space, string path, Action<HttpRequestMessage>? change = null) => hub.VisitAsync(space.Slug, path, request =>
    {
        request.Headers.TryAddWithoutValidation("User-Agent", Browser);
        change?.Invoke(request);
    });

    private static Task<SiteStatisticsDto> ReadAsync(TestSpace space, StatisticsPeriod period = StatisticsPeriod.Days)
        => space.Admin.GetAsync<SiteStatisticsDto>($"/api/sites/site-statistics?period={period}");
}
