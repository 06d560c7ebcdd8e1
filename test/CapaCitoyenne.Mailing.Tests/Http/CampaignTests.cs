using System.Net;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.TestBase;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("Pickup")]
public class CampaignTests(PickupHub hub)
{
    private const string Path = "/api/mailing/campaign";

    [Fact]
    public async Task A_letter_reaches_each_contact_once_in_their_own_name_and_can_be_left_in_one_click()
    {
        var space = await hub.Given.AnAssociation();
        var zoe = await space.AContactAsync("Zoé");
        var nobody = await space.AContactAsync(null);
        var campaign = await space.ALetterAsync("Bonjour {{firstName|chers amis}}");

        await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/send", new SendCampaignDto { ConcurrencyStamp = campaign.ConcurrencyStamp });
        await hub.RunJobsAsync();

        (await space.Admin.GetAsync<CampaignDto>($"{Path}/{campaign.Id}")).Status.ShouldBe(CampaignStatus.Sent);
        var mail = hub.Mail.To(zoe).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Bonjour Zoé");
        hub.Mail.To(nobody).ShouldHaveSingleItem().Subject.ShouldBe("Bonjour chers amis");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");

        var link = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        var stranger = hub.NewBrowser().Http;
        (await stranger.GetAsync(link)).EnsureSuccess();
        (await StatusOfAsync(space, zoe)).ShouldBe(ContactStatus.Active);
        var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await stranger.PostAsync(link, oneClick)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stranger.PostAsync(link, new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatusOfAsync(space, zoe)).ShouldBe(ContactStatus.Unsubscribed);
    }

    [Fact]
    public async Task A_test_goes_to_who_asks_and_counts_as_the_exercise()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.ALetterAsync("Essai");
        var result = await space.Admin.PostAsync<SendTestResultDto>($"{Path}/{campaign.Id}/send-test", new SendTestDto { Addresses = [space.AdminEmail] });
        result.SentTo.ShouldBe([space.AdminEmail]);
        hub.Mail.To(space.AdminEmail).ShouldContain(m => m.Subject!.Contains("Essai"));
        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{campaign.Id}/preflight");
        preflight.Items.Single(i => i.Code == "TestSent").Level.ShouldBe(PreflightLevel.Ok);
    }

    [Fact]
    public async Task After_twenty_tests_within_an_hour_a_space_waits_and_is_told_so()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.ALetterAsync("Essai");
        var limit = hub.Services.GetRequiredService<TestLetterLimit>();
        for (var i = 0; i < TestLetterLimit.PerHour; i++) limit.Take(space.TenantId);

        var response = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/send-test", new SendTestDto());

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await response.CodeAsync()).ShouldBe(MailingErrorCodes.TestTooMany);
    }

    [Fact]
    public async Task Each_finding_says_where_it_is_and_what_it_is_about()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto
        {
            Subject = new string('a', 71),
            Content = """
                {"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Bonjour {{firstName}} et {{quartier|vous}}"},
                {"id":"b2","type":"image","v":1,"media":"media:0193a0b0-0000-7000-8000-000000000001","alt":{"kind":"text","text":""}}]}
                """,
        });

        var items = (await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{campaign.Id}/preflight")).Items;

        items.Single(i => i.Code == "Subject").Message.ShouldContain("71");
        items.Where(i => i.Code == "Personalization").Select(i => (i.Cause, i.Text)).ShouldBe(
            [(MailingErrorCodes.PersonalizationNoFallback, "firstName"), (MailingErrorCodes.PersonalizationUnknownField, "quartier")]);
        items.Single(i => i.Text == "firstName").Message.ShouldStartWith("« Prénom »");
        items.ShouldContain(i => i.Cause == "Sites:ImageAltMissing" && i.Path!.StartsWith("/blocks/1/alt", StringComparison.Ordinal));
        items.ShouldContain(i => i.Cause == "Sites:ReferenceNotFound" && i.Path == "/blocks/1");
    }

    [Fact]
    public async Task Who_came_by_a_file_and_never_confirmed_is_counted_as_good_to_know()
    {
        var space = await hub.Given.AnAssociation();
        await space.AContactAsync("Zoé");
        var imported = (await space.Admin.PostAsync<ContactDto>("/api/mailing/contact", new CreateContactDto { Email = $"i{Guid.NewGuid():N}@exemple.fr" })).Id;
        await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<IRepository<Consent, Guid>>()
            .InsertAsync(new Consent(Guid.CreateVersion7(), imported, ConsentPurpose.Information, ConsentMethod.Imported, DateTime.UtcNow, "adherents.csv")));

        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{(await space.ALetterAsync("Bonjour")).Id}/preflight");

        preflight.Items.Single(i => i.Code == "NeverConfirmed").Level.ShouldBe(PreflightLevel.Notice);
        preflight.Items.Single(i => i.Code == "NeverConfirmed").Message.ShouldContain(": 1 sur 2.");
        preflight.CanSend.ShouldBeTrue();
    }

    [Fact]
    public async Task A_letter_that_nobody_would_receive_is_not_sent_and_says_so()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.ALetterAsync("Bonjour {{prenom|amis}}");
        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{campaign.Id}/preflight");
        preflight.CanSend.ShouldBeFalse();
        preflight.Items.Where(i => i.Level == PreflightLevel.Blocking).Select(i => i.Code).ShouldBe(["Audience", "Personalization"]);
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/send", new SendCampaignDto());
        (await response.CodeAsync()).ShouldBe(MailingErrorCodes.CampaignNotReady);
    }

    [Fact]
    public async Task An_association_that_has_not_confirmed_its_address_sends_nothing()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        await space.AContactAsync("Zoé");
        var campaign = await space.ALetterAsync("Bonjour");
        var response = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/send", new SendCampaignDto());
        (await response.CodeAsync()).ShouldBe(MailingErrorCodes.AssociationNotConfirmed);
    }

    [Fact]
    public async Task A_letter_is_told_what_is_left_to_fill_in_and_which_links_lead_nowhere()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto
        {
            Subject = "Le [date]",
            Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Chez nous, [ici](/agenda), à [lieu] : [le plan](http://127.0.0.1/plan)."}]}""",
        });
        var preflight = await space.Admin.GetAsync<CampaignPreflightDto>($"{Path}/{campaign.Id}/preflight");
        preflight.Items.Single(i => i.Code == "Blanks").Message.ShouldContain("[date], [lieu]");
        // An address of this machine is not asked.
        (await space.Admin.GetAsync<CampaignLinksDto>($"{Path}/{campaign.Id}/links")).Dead.ShouldBe(["http://127.0.0.1/plan"]);
    }

    [Fact]
    public async Task A_link_is_dead_when_nobody_has_it_and_insecure_when_the_same_is_there_safely()
    {
        var space = await hub.Given.AnAssociation();
        var letter = await space.Admin.PostAsync<CampaignDto>(Path, new CreateCampaignDto
        {
            Subject = "Liens",
            Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"[a](http://deux.example/a) [b](http://un.example/b) [c](http://deux.example/rien) [d](https://deux.example/d)"}]}""",
        });
        using var cache = new MemoryCache(new MemoryCacheOptions());
        // « deux » answers both ways, « un » without encryption only.
        using var world = new TheWorld(address => address.AbsolutePath == "/rien" || address is { Scheme: "https", Host: "un.example" } ? HttpStatusCode.NotFound : HttpStatusCode.OK);

        var links = await hub.InAsync(space.TenantId, null, async p =>
            await new LinkChecker(p.GetRequiredService<CampaignRenderer>(), world, cache).CheckAsync(await p.GetRequiredService<ICampaignRepository>().GetAsync(letter.Id)));

        links.Dead.ShouldBe(["http://deux.example/rien"]);
        links.Insecure.ShouldBe(["http://deux.example/a"]);
    }

    [Fact]
    public async Task A_time_without_an_offset_is_on_the_clocks_of_Paris_and_one_that_has_passed_is_refused()
    {
        var space = await hub.Given.AnAssociation();
        await space.AContactAsync("Zoé");
        var campaign = await space.ALetterAsync("Bonjour");
        var past = await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/send", new { scheduledTime = "2026-01-05T18:00" });
        (await past.CodeAsync()).ShouldBe(MailingErrorCodes.CampaignTimePast);
        var sent = await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/send", new { scheduledTime = "2036-07-05T18:00" });
        sent.ScheduledTime.ShouldBe(new DateTime(2036, 7, 5, 16, 0, 0, DateTimeKind.Utc));
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/cancel");
    }

    [Fact]
    public async Task What_was_deleted_a_month_ago_is_gone_for_good()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.ALetterAsync("Bonjour");
        await space.Admin.DeleteAsync($"{Path}/{campaign.Id}");
        await hub.RunWorkerAsync("mailing-letter-trash");
        (await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/restore")).Subject.ShouldBe("Bonjour");
        await space.Admin.DeleteAsync($"{Path}/{campaign.Id}");
        await hub.InAsync(null, null, services => services.GetRequiredService<ILetterTrashRepository>().EmptyAsync(hub.Clock.GetUtcNow().UtcDateTime.AddSeconds(1)));
        (await space.Admin.SendAsync(HttpMethod.Post, $"{Path}/{campaign.Id}/restore")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_scheduled_letter_can_be_called_back_and_becomes_a_draft_again()
    {
        var space = await hub.Given.AnAssociation();
        await space.AContactAsync("Zoé");
        var campaign = await space.ALetterAsync("Bonjour");
        var ordered = await space.Admin.PostAsync<CampaignDto>(
            $"{Path}/{campaign.Id}/send", new SendCampaignDto { ScheduledTime = hub.Clock.GetUtcNow().UtcDateTime.AddHours(2) });
        ordered.Status.ShouldBe(CampaignStatus.Scheduled);
        (await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/cancel")).Status.ShouldBe(CampaignStatus.Draft);
    }

    [Fact]
    public async Task Two_people_who_write_the_same_letter_do_not_overwrite_each_other()
    {
        var space = await hub.Given.AnAssociation();
        var campaign = await space.ALetterAsync("Bonjour");
        var input = new UpdateCampaignDto { Subject = "Un", Content = campaign.Content!, Purpose = campaign.Purpose, ConcurrencyStamp = campaign.ConcurrencyStamp };
        await space.Admin.PutAsync<CampaignDto>($"{Path}/{campaign.Id}", input);
        (await space.Admin.SendAsync(HttpMethod.Put, $"{Path}/{campaign.Id}", input)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_progress_stream_ends_with_the_campaign()
    {
        var space = await hub.Given.AnAssociation();
        await space.AContactAsync("Zoé");
        var campaign = await space.ALetterAsync("Bonjour");
        await space.Admin.PostAsync<CampaignDto>($"{Path}/{campaign.Id}/send", new SendCampaignDto());
        await hub.RunJobsAsync();
        var stream = await (await space.Admin.SendAsync(HttpMethod.Get, $"{Path}/{campaign.Id}/progress")).EnsureSuccess().Content.ReadAsStringAsync();
        stream.ShouldContain("event: progress");
        stream.ShouldContain("\"status\":\"Sent\"");
    }

    private static async Task<ContactStatus> StatusOfAsync(TestSpace space, string email) =>
        (await space.Admin.GetAsync<CursorPagedResultDto<ContactDto>>($"/api/mailing/contact?filter={email}")).Items[0].Status;
}

/// <summary>Answers in the place of all servers.</summary>
internal sealed class TheWorld(Func<Uri, HttpStatusCode> answer) : HttpMessageHandler, IHttpClientFactory
{
    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(new HttpResponseMessage(answer(request.RequestUri!)));
}
