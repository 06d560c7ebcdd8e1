using System.Net;
using System.Text.RegularExpressions;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class ArchiveTests(PickupHub hub)
{
    [Fact]
    public async Task A_letter_that_is_shown_stands_in_the_archive_and_the_feed_without_anything_of_anybody()
    {
        var space = await hub.Given.AnAssociation();
        var (letter, mail) = await ASentLetterAsync(space);
        (await ReadAsync(space, "/lettre/archives")).ShouldNotContain("Bonjour à vous");

        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/show-in-archive", new ShowInArchiveDto { IsInArchive = true });
        var list = await ReadAsync(space, "/lettre/archives");
        var path = Regex.Match(list, "/lettre/archives/bonjour-a-vous-[0-9a-f]{6}").Value;
        var page = await ReadAsync(space, path);
        page.ShouldContain("Bonjour à vous");
        page.ShouldNotContain("Zoé");
        page.ShouldNotContain("desabonnement");
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain("<script");
        var feed = await ReadAsync(space, "/lettre/archives/atom.xml");
        feed.ShouldContain($"<link rel=\"alternate\" href=\"http://{space.Slug}.localhost:5000{path}\"");
        feed.ShouldContain("<author><name>");
        feed.ShouldNotContain("Zoé");

        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/show-in-archive", new ShowInArchiveDto());
        (await hub.NewBrowser().Http.GetAsync($"http://{space.Slug}.localhost:5000{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // « Read it in the browser » goes on, for whoever has the link.
        var link = Regex.Match(mail, "http://[^ \r\n]*/lettre/voir/[^ \r\n]*").Value;
        var view = await hub.NewBrowser().Http.GetAsync(link);
        (await view.EnsureSuccess().Content.ReadAsStringAsync()).ShouldContain("Le jardin ouvre samedi");
        view.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await (await hub.NewBrowser().Http.GetAsync(link + "x")).EnsureSuccess().Content.ReadAsStringAsync()).ShouldNotContain("Le jardin");
    }

    [Fact]
    public async Task A_letter_that_the_provider_still_holds_is_read_nowhere_and_if_it_is_called_back_never()
    {
        var space = await hub.Given.AnAssociation();
        var (held, _) = await ASentLetterAsync(space, isHeld: true);
        var (calledBack, _) = await ASentLetterAsync(space, isHeld: true);
        foreach (var letter in (CampaignDto[])[held, calledBack])
            await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/show-in-archive", new ShowInArchiveDto { IsInArchive = true });
        await KeepAsync();
        (await ReadAsync(space, "/lettre/archives/atom.xml")).ShouldNotContain("Bonjour à vous");

        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{calledBack.Id}/cancel");
        hub.Wait(TimeSpan.FromMinutes(16));
        await KeepAsync();

        var feed = await ReadAsync(space, "/lettre/archives/atom.xml");
        feed.ShouldContain($"urn:uuid:{held.Id}");
        feed.ShouldNotContain($"urn:uuid:{calledBack.Id}");
    }

    [Fact]
    public async Task The_form_on_another_site_reaches_ours_without_a_cookie_or_token()
    {
        var space = await hub.Given.AnAssociation();
        var email = $"e{Guid.NewGuid():N}@exemple.fr";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{space.Slug}.localhost:5000/lettre/inscription") { Content = new FormUrlEncodedContent([new("email", email), new("site", "")]) };
        request.Headers.Add("Origin", "https://mairie.example.org");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var answer = await hub.NewBrowser().Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        await hub.RunJobsAsync();
        hub.Mail.To(email).ShouldHaveSingleItem();
    }

    private async Task<(CampaignDto Letter, string Mail)> ASentLetterAsync(TestSpace space, bool isHeld = false)
    {
        var email = $"c{Guid.NewGuid():N}@exemple.fr";
        await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = email, FirstName = "Zoé", Consents = [new() { Proof = "Bulletin" }] });
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "Bonjour {{firstName|à vous}}",
            Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"{{firstName|Chers amis}}, le jardin ouvre samedi. Le jardin ouvre samedi."}]}""",
        });
        await space.Admin.PostAsync<CampaignDto>($"/api/mailing/campaign/{letter.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        // As SendGrid's batches are, until their hour ten minutes later.
        if (isHeld)
        {
            var until = hub.Clock.GetUtcNow().UtcDateTime.AddMinutes(5);
            await hub.InAsync(space.TenantId, null, async p => await (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Set<Campaign>()
                .Where(c => c.Id == letter.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.RecallableUntil, until)));
        }

        await KeepAsync();
        return (letter, hub.Mail.To(email).ShouldHaveSingleItem().TextBody!);
    }

    private async Task KeepAsync()
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AutomationWorker>().DoWorkAsync();
        // A round keeps fifty pages, and other tests have sent letters too.
        for (var i = 0; i < 10; i++) await scope.ServiceProvider.GetRequiredService<ArchiveRunner>().RunAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> ReadAsync(TestSpace space, string path)
        => await (await hub.NewBrowser().Http.GetAsync($"http://{space.Slug}.localhost:5000{path}")).EnsureSuccess().Content.ReadAsStringAsync();
}
