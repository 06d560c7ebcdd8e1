using System.Diagnostics.Metrics;
using System.Net;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.TestBase;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapaCitoyenne.Sites.Domains;

public class DomainTests(DomainHub hub) : IClassFixture<DomainHub>
{
    private const string Path = "/api/sites/site-domain";
    private static int _count;

    private static string NewName() => $"www.jardin{Interlocked.Increment(ref _count)}-{Guid.NewGuid():N}.fr";

    [Fact]
    public async Task A_name_answers_once_it_is_proven_and_leads_to_the_address_of_the_site()
    {
        var (space, domain) = await AProvenDomain();
        domain.State.ShouldBe(SiteDomainState.Active);
        var away = await hub.AskAsync(domain.Name, "/contact?x=1");
        away.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        away.Headers.Location!.OriginalString.ShouldBe($"http://{space.Slug}.localhost:5000/contact?x=1");

        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        var page = await hub.AskAsync(domain.Name, "/");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain($"<link rel=\"canonical\" href=\"http://{domain.Name}:5000/\">");
        (await hub.VisitAsync(space.Slug, "/contact")).Headers.Location!.OriginalString.ShouldBe($"http://{domain.Name}:5000/contact");
        (await hub.VisitAsync(space.Slug, "/sitemap.xml")).StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);

        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/use-subdomain");
        (await hub.VisitAsync(space.Slug, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await hub.AskAsync(domain.Name, "/")).StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
    }

    [Theory]
    [InlineData("{0}"), InlineData("{0}:8443"), InlineData("{0}.")]
    public async Task Spellings_of_an_own_domain_lead_to_its_site(string host)
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        (await hub.AskAsync(host.Replace("{0}", domain.Name.ToUpperInvariant(), StringComparison.Ordinal), "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_operator_s_proxy_keeps_a_page_as_long_as_the_setting_says_and_browsers_ask_each_time()
    {
        var (space, _) = await AProvenDomain();
        var page = await hub.VisitAsync(space.Slug, "/");
        page.Headers.GetValues("X-Accel-Expires").ShouldBe(["1"]);
        page.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Files_that_leave_name_the_own_domain()
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        var xml = System.Text.Encoding.UTF8.GetString(await hub.ExportAsync(space, Exports.SiteExportKind.WordPress));
        xml.ShouldContain($"<link>http://{domain.Name}:5000</link>");
        xml.ShouldNotContain(space.Slug + ".localhost");
    }

    [Fact]
    public async Task A_preview_stays_where_the_workspace_may_show_it()
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        var link = await space.Admin.PostAsync<PreviewLinkDto>($"/api/sites/page/{(await space.HomePage()).Id}/preview-link");
        var url = new Uri(link.Url);
        url.Host.ShouldBe(space.Slug + ".localhost");
        (await hub.VisitAsync(space.Slug, url.AbsolutePath)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_pages_of_other_modules_know_the_space_of_an_own_domain()
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        (await hub.AskAsync(domain.Name, "/lettre/archives")).StatusCode.ShouldBe((await hub.VisitAsync((await hub.Given.AnOnlineSite()).Slug, "/lettre/archives")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/lettre/desabonnement/un-lien", 200)]
    [InlineData("POST", "/lettre/desabonnement/un-lien", 404)]
    [InlineData("POST", "/formulaire/inconnu", 404)]
    [InlineData("GET", "/participer", 301)]
    public async Task What_a_letter_links_to_and_what_a_form_sends_is_answered_at_every_host_of_the_site(string method, string path, int status)
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        var answer = await hub.VisitAsync(space.Slug, path, request =>
        {
            request.Method = new HttpMethod(method);
            if (method == "POST") request.Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        });
        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Without_the_proof_or_with_another_space_s_a_name_is_nobody_s()
    {
        var one = await hub.Given.AnOnlineSite();
        var two = await hub.Given.AnOnlineSite();
        var name = NewName();
        var ofOne = await AddAsync(one, name);
        var ofTwo = await AddAsync(two, name);
        hub.Names.Texts["_capacitoyenne." + name] = [ofTwo.ProofValue];
        (await CheckAsync(one, ofOne)).State.ShouldBe(SiteDomainState.Pending);
        ((int)(await hub.AskAsync(name, "/")).StatusCode).ShouldBe(421);
        (await CheckAsync(two, ofTwo)).State.ShouldBe(SiteDomainState.Active);
        (await (await one.Admin.SendAsync(HttpMethod.Post, $"{Path}/{ofOne.Id}/check")).CodeAsync()).ShouldBe(null);
        hub.Names.Texts["_capacitoyenne." + name] = [ofOne.ProofValue, ofTwo.ProofValue];
        (await (await one.Admin.SendAsync(HttpMethod.Post, $"{Path}/{ofOne.Id}/check")).CodeAsync()).ShouldBe(SitesErrorCodes.DomainTaken);
    }

    [Fact]
    public async Task A_name_given_up_is_kept_for_its_space_for_ninety_days()
    {
        var (one, domain) = await AProvenDomain();
        await one.Admin.DeleteAsync($"{Path}/{domain.Id}");
        ((int)(await hub.AskAsync(domain.Name, "/")).StatusCode).ShouldBe(421);
        var two = await hub.Given.AnOnlineSite();
        (await (await two.Admin.SendAsync(HttpMethod.Post, Path, new CreateSiteDomainInput { Name = domain.Name })).CodeAsync()).ShouldBe(SitesErrorCodes.DomainTaken);

        (await AddAsync(one, domain.Name)).State.ShouldBe(SiteDomainState.Pending);
        (await CheckAsync(one, domain)).State.ShouldBe(SiteDomainState.Active);
        await one.Admin.DeleteAsync($"{Path}/{domain.Id}");

        hub.Wait(TimeSpan.FromDays(DomainConsts.HoldDays + 1));
        await two.Admin.SignInAsync(two.AdminEmail, TestSpace.Password);
        var taken = await AddAsync(two, domain.Name);
        hub.Names.Texts[taken.ProofName] = [taken.ProofValue];
        (await CheckAsync(two, taken)).State.ShouldBe(SiteDomainState.Active);
    }

    [Fact]
    public async Task Asking_a_name_back_and_giving_it_up_again_without_a_proof_does_not_keep_it_any_longer()
    {
        var (one, domain) = await AProvenDomain();
        await one.Admin.DeleteAsync($"{Path}/{domain.Id}");
        var until = (await one.Admin.GetAsync<ListResultDto<SiteDomainDto>>(Path)).Items.ShouldHaveSingleItem().HeldUntil.ShouldNotBeNull();
        hub.Wait(TimeSpan.FromDays(60));
        await one.Admin.SignInAsync(one.AdminEmail, TestSpace.Password);
        await AddAsync(one, domain.Name);
        await one.Admin.DeleteAsync($"{Path}/{domain.Id}");

        (await one.Admin.GetAsync<ListResultDto<SiteDomainDto>>(Path)).Items.ShouldHaveSingleItem().HeldUntil.ShouldBe(until);
    }

    [Fact]
    public async Task Another_node_learns_that_a_name_which_it_knows_is_not_its_space_s_any_more()
    {
        var (space, domain) = await AProvenDomain();
        using var elsewhere = new DomainDirectory(hub.Services.GetRequiredService<IServiceScopeFactory>(), hub.Services.GetRequiredService<PublicSiteCache>(), NullLogger<DomainDirectory>.Instance) { MaxAge = -1 };
        (await elsewhere.FindAsync(domain.Name)).ShouldBe(space.TenantId);
        await space.Admin.DeleteAsync($"{Path}/{domain.Id}");

        for (var tries = 0; await elsewhere.FindAsync(domain.Name) is not null; tries++)
        {
            tries.ShouldBeLessThan(200);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_proof_that_goes_is_warned_of_then_the_name_is_detached_and_silence_changes_nothing()
    {
        var (space, domain) = await AProvenDomain();
        await space.Admin.PostAsync<ListResultDto<SiteDomainDto>>($"{Path}/{domain.Id}/make-primary");
        hub.Names.Texts.TryRemove(domain.ProofName, out _);

        hub.Names.IsDown = true;
        await NextDayAsync();
        (await StateAsync(space, domain)).ShouldBe(SiteDomainState.Active);
        hub.Names.IsDown = false;

        await NextDayAsync();
        (await StateAsync(space, domain)).ShouldBe(SiteDomainState.ProofMissing);
        (await hub.AskAsync(domain.Name, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await hub.RunJobsAsync();
        hub.Mail.To(space.AdminEmail).Count(mail => mail.Subject!.Contains("preuve", StringComparison.Ordinal)).ShouldBe(1);

        for (var day = 0; day < DomainConsts.GraceDays; day++) await NextDayAsync();
        (await StateAsync(space, domain)).ShouldBe(SiteDomainState.Removed);
        ((int)(await hub.AskAsync(domain.Name, "/")).StatusCode).ShouldBe(421);
        (await hub.VisitAsync(space.Slug, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_proxy_learns_from_memory_which_names_get_a_certificate_and_only_on_this_machine()
    {
        var (space, domain) = await AProvenDomain();
        (await AllowedAsync(domain.Name)).ShouldBe(200);
        (await AllowedAsync(space.Slug + ".localhost")).ShouldBe(200);
        (await AllowedAsync("inconnu.fr")).ShouldBe(404);
        (await AllowedAsync("a.b.localhost")).ShouldBe(404);
        (await AllowedAsync("")).ShouldBe(404);
        (await AllowedAsync(domain.Name, context => context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7"))).ShouldBe(404);
        (await AllowedAsync(domain.Name, context => context.Request.Headers["X-Forwarded-For"] = "203.0.113.7")).ShouldBe(404);
        (await hub.AskAsync(domain.Name, DomainPermission.Path + "?domain=" + domain.Name)).StatusCode.ShouldNotBe(HttpStatusCode.OK);

        var before = QueriesSoFar();
        before.ShouldBePositive();
        for (var i = 0; i < 200; i++) await AllowedAsync(domain.Name);
        // Not one for each answer: the names are read again every five seconds, and the hub has other things to read.
        (QueriesSoFar() - before).ShouldBeLessThan(100);
    }

    [Theory]
    [InlineData("pas un nom", SitesErrorCodes.DomainInvalid)]
    [InlineData("jardins.localhost", SitesErrorCodes.DomainReserved)]
    [InlineData("routeur.local", SitesErrorCodes.DomainReserved)]
    public async Task A_name_that_cannot_be_is_refused_with_its_reason(string name, string code)
    {
        var space = await hub.Given.AnAssociation();
        (await (await space.Admin.SendAsync(HttpMethod.Post, Path, new CreateSiteDomainInput { Name = name })).CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_name_that_is_not_proven_cannot_be_the_address()
    {
        var space = await hub.Given.AnAssociation();
        var domain = await AddAsync(space, NewName());
        (await (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{domain.Id}/make-primary")).CodeAsync()).ShouldBe(SitesErrorCodes.DomainNotProven);
    }

    private async Task<(TestSpace Space, SiteDomainDto Domain)> AProvenDomain()
    {
        var space = await hub.Given.AnOnlineSite();
        var domain = await AddAsync(space, NewName());
        hub.Names.Texts[domain.ProofName] = ["v=spf1 -all", domain.ProofValue];
        return (space, await CheckAsync(space, domain));
    }

    private static Task<SiteDomainDto> AddAsync(TestSpace space, string name) => space.Admin.PostAsync<SiteDomainDto>(Path, new CreateSiteDomainInput { Name = name });

    private static Task<SiteDomainDto> CheckAsync(TestSpace space, SiteDomainDto domain) => space.Admin.PostAsync<SiteDomainDto>($"{Path}/{domain.Id}/check");

    private async Task<SiteDomainState> StateAsync(TestSpace space, SiteDomainDto domain)
        => (await hub.InAsync(space.TenantId, null, services => services.GetRequiredService<ISiteDomainRepository>().GetAsync(domain.Id))).State;

    private async Task NextDayAsync()
    {
        hub.Wait(TimeSpan.FromDays(1));
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CheckDomainsWorker>().DoWorkAsync();
    }

    /// <summary>What EF Core has asked of databases in this process.</summary>
    private static long QueriesSoFar()
    {
        var queries = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Name == "microsoft.entityframeworkcore.queries") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => queries = count);
        listener.Start();
        listener.RecordObservableInstruments();
        return queries;
    }

    private async Task<int> AllowedAsync(string domain, Action<HttpContext>? change = null) => (await hub.Server.SendAsync(context =>
    {
        context.Request.Host = new HostString("localhost:5000");
        context.Request.Path = DomainPermission.Path;
        context.Request.QueryString = QueryString.Create("domain", domain);
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        change?.Invoke(context);
    })).Response.StatusCode;
}
