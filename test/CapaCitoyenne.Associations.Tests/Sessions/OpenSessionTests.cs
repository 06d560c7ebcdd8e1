using System.Text.RegularExpressions;
using CapaCitoyenne.Associations.Pages;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Associations.Sessions;

public class OpenSessionTests(HubFixture hub)
{
    private const string Page = "/mon-compte";
    private const string Phone = "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0";

    [Fact]
    public async Task A_person_sees_in_plain_words_where_they_are_signed_in()
    {
        var space = await hub.Given.AnAssociation();
        await SignInAsync(space, Phone);

        var page = await space.Admin.ReadAsync(Page);

        page.ShouldContain("Firefox sur Android");
        page.ShouldContain("Navigateur inconnu");
        Regex.Count(page, "Cette session").ShouldBe(1);
        Regex.Count(page, ">Déconnecter<").ShouldBe(1);
    }

    [Fact]
    public async Task An_ended_session_is_cut_off_within_a_minute_and_the_others_go_on()
    {
        var space = await hub.Given.AnAssociation();
        var phone = await SignInAsync(space, Phone);
        var tablet = await SignInAsync(space, "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1");
        var id = (await SessionsAsync(space)).Single(session => session.System == "Android").Id;

        await space.Admin.SubmitAsync(Page, "EndSession", ("id", id.ToString()));
        hub.Wait(TimeSpan.FromSeconds(61));

        (await phone.RefreshSessionAsync()).User.ShouldBeNull();
        (await tablet.RefreshSessionAsync()).User.ShouldNotBeNull();
        (await space.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_button_ends_all_the_others()
    {
        var space = await hub.Given.AnAssociation();
        var phone = await SignInAsync(space, Phone);

        var response = await space.Admin.SubmitAsync(Page, "EndOthers");
        hub.Wait(TimeSpan.FromSeconds(61));

        response.Headers.Location!.OriginalString.ShouldStartWith(Page);
        (await phone.RefreshSessionAsync()).User.ShouldBeNull();
        (await space.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
        (await SessionsAsync(space)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        var mine = await hub.Given.AnAssociation();
        var theirs = await hub.Given.AnAssociation();
        var id = (await SessionsAsync(theirs)).ShouldHaveSingleItem().Id;

        await mine.Admin.SubmitAsync(Page, "EndSession", ("id", id.ToString()));
        hub.Wait(TimeSpan.FromSeconds(61));

        (await theirs.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
        (await mine.Admin.ReadAsync(Page)).ShouldNotContain(id.ToString());
    }

    [Fact]
    public async Task A_browser_has_one_session_however_often_it_signs_in_and_none_when_it_has_signed_out()
    {
        var space = await hub.Given.AnAssociation();
        var phone = await SignInAsync(space, Phone);
        await phone.SignInAsync(space.AdminEmail, TestSpace.Password);
        (await SessionsAsync(space)).Count(session => session.System == "Android").ShouldBe(1);

        await phone.DeleteAsync("/api/associations/session");

        (await SessionsAsync(space)).ShouldHaveSingleItem().System.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_outlives_many_checks_and_is_noted_once_an_hour()
    {
        var space = await hub.Given.AnAssociation();
        var before = (await SessionsAsync(space)).ShouldHaveSingleItem();
        for (var check = 0; check < 3; check++)
        {
            hub.Wait(TimeSpan.FromMinutes(10));
            await space.Admin.RefreshSessionAsync();
        }

        (await SessionsAsync(space)).ShouldHaveSingleItem().LastSeenTime.ShouldBe(before.LastSeenTime);
        hub.Wait(TimeSpan.FromMinutes(40));
        (await space.Admin.RefreshSessionAsync()).User.ShouldNotBeNull();
        (await SessionsAsync(space)).ShouldHaveSingleItem().LastSeenTime.ShouldBeGreaterThan(before.LastSeenTime);
    }

    [Fact]
    public async Task The_night_forgets_sessions_whose_cookies_have_expired()
    {
        var space = await hub.Given.AnAssociation();
        var now = hub.Clock.GetUtcNow().UtcDateTime;
        foreach (var days in new[] { 14, 16 })
        {
            await hub.InAsync(null, null, services => services.GetRequiredService<IRepository<Session, Guid>>().InsertAsync(
                new Session(Guid.NewGuid(), space.AdminId, new BrowserName($"Il y a {days} jours", ""), now.AddDays(-days))));
        }

        await hub.RunWorkerAsync("associations-forget-sessions");

        (await SessionsAsync(space)).ConvertAll(session => session.Browser).ShouldBe(["", "Il y a 14 jours"]);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet", "Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15", "Safari", "macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux")]
    [InlineData("curl/8.14.1", "", "")]
    [InlineData(null, "", "")]
    public void A_browser_is_called_by_the_name_that_people_use(string? userAgent, string browser, string system) =>
        BrowserName.Parse(userAgent).ShouldBe(new BrowserName(browser, system));

    private async Task<HubClient> SignInAsync(TestSpace space, string userAgent)
    {
        var browser = hub.NewBrowser();
        browser.Http.DefaultRequestHeaders.Add("User-Agent", userAgent);
        await browser.SignInAsync(space.AdminEmail, TestSpace.Password);
        return browser;
    }

    private Task<List<Session>> SessionsAsync(TestSpace space) =>
        hub.InAsync(null, null, services => services.GetRequiredService<SessionManager>().GetListAsync(space.AdminId));
}
