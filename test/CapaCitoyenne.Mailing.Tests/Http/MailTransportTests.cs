using System.Net;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Abp.Settings;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Tests.Delivery;
using CapaCitoyenne.TestBase;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Http;

[Collection("SendGrid")]
public class MailTransportTests(SendGridHub hub)
{
    private const string Path = "/api/mailing/mail-transport";
    private const string Key = "SG.a-key-that-belongs-to-the-space.9f3c";

    [Fact]
    public async Task A_secret_is_stored_encrypted_and_never_comes_back()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);

        (await space.Admin.SendAsync(HttpMethod.Put, Path, SendGrid())).EnsureSuccess();

        var answer = await (await space.Admin.SendAsync(HttpMethod.Get, Path)).Content.ReadAsStringAsync();
        answer.ShouldContain("9f3c");
        answer.ShouldNotContain("SG.a-key");
        var stored = await hub.InAsync(space.TenantId, null, p => p.GetRequiredService<ISettingStore>().GetOrNullAsync("Mailing.Transport", "T", space.TenantId.ToString()));
        stored.ShouldNotBeNull().ShouldNotContain("a-key");
    }

    [Fact]
    public async Task A_password_is_not_sent_to_another_server_than_the_one_it_was_given_for()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        await space.Admin.PutAsync<MailTransportDto>(Path, Smtp("smtp.exemple.fr", "ouvre-toi"));

        (await space.Admin.PutAsync<MailTransportDto>(Path, Smtp("smtp.exemple.fr", null))).IsSmtpPasswordSet.ShouldBeTrue();
        var elsewhere = await space.Admin.SendAsync(HttpMethod.Put, Path, Smtp("smtp.ailleurs.fr", null));

        (await elsewhere.CodeAsync()).ShouldBe(MailingErrorCodes.TransportSecretNeeded);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("10.0.0.8")]
    public async Task A_space_cannot_have_the_hub_knock_at_doors_of_its_own_network(string host)
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        await space.Admin.PutAsync<MailTransportDto>(Path, Smtp(host, "x"));

        var test = await space.Admin.PostAsync<MailTransportTestDto>($"{Path}/send-test");

        test.Fault.ShouldBe(TransportFault.HostForbidden);
        test.Detail.ShouldBeNull();
    }

    [Fact]
    public async Task Letters_leave_through_the_account_of_the_space_from_its_own_address()
    {
        var scenario = await LedgerScenario.StartAsync(hub, recipients: 2);
        await SetAsync(scenario.TenantId, SendGrid());

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).Count.ShouldBe(2);
        (await scenario.AttemptsAsync()).ShouldAllBe(a => a.Transport.StartsWith("SendGrid:"));
        hub.SendGrid.Bodies.Last(b => b.Contains(scenario.TenantId.ToString("N"))).ShouldContain("lettre@jardin.example");
    }

    [Fact]
    public async Task A_letter_that_waits_for_a_better_key_goes_on_after_a_test_that_left()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        await space.Admin.PutAsync<MailTransportDto>(Path, SendGrid());
        var campaign = await APausedLetterAsync(space);
        (await space.Admin.GetAsync<MailTransportDto>(Path)).WaitingLetters.ShouldBe(1);

        hub.SendGrid.Next(LookAlikeMood.Unauthorized);
        (await space.Admin.PostAsync<MailTransportTestDto>($"{Path}/send-test")).Fault.ShouldBe(TransportFault.KeyRefused);
        var test = await space.Admin.PostAsync<MailTransportTestDto>($"{Path}/send-test");

        test.Succeeded.ShouldBeTrue();
        test.ResumedLetters.ShouldBe(1);
        (await space.Admin.GetAsync<CampaignDto>($"/api/mailing/campaign/{campaign}")).Status.ShouldBe(CampaignStatus.Sending);
    }

    [Fact]
    public async Task The_test_of_a_letter_takes_the_road_of_the_letter()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);
        await space.Admin.PutAsync<MailTransportDto>(Path, SendGrid());
        var letter = await space.Admin.PostAsync<CampaignDto>("/api/mailing/campaign", new CreateCampaignDto
        {
            Subject = "Bonjour", Content = """{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text","v":1,"markdown":"Samedi."}]}""",
        });

        await space.Admin.PostAsync<SendTestResultDto>($"/api/mailing/campaign/{letter.Id}/send-test", new SendTestDto { Addresses = [space.AdminEmail] });

        hub.SendGrid.Bodies.Last(b => b.Contains(space.TenantId.ToString("N"))).ShouldContain("lettre@jardin.example");
        hub.SendGrid.Next(LookAlikeMood.Unauthorized);
        var refused = await space.Admin.SendAsync(HttpMethod.Post, $"/api/mailing/campaign/{letter.Id}/send-test", new SendTestDto { Addresses = [space.AdminEmail] });
        (await refused.CodeAsync()).ShouldBe(MailingErrorCodes.TransportUnavailable);
    }

    [Fact]
    public async Task The_account_of_a_space_tells_about_its_own_letters_and_no_others()
    {
        var stranger = await LedgerScenario.StartAsync(hub, recipients: 1);
        await stranger.RunUntilSentAsync();
        var scenario = await LedgerScenario.StartAsync(hub, recipients: 1);
        await SetAsync(scenario.TenantId, SendGrid(hub.SendGrid.Events.PublicKey));
        await scenario.RunUntilSentAsync();
        var events = hub.SendGrid.Events.Sign(hub.SendGrid.Accepted
            .Where(m => m.Tenant == scenario.TenantId.ToString("N") || m.Tenant == stranger.TenantId.ToString("N")).Select(m => SendGridEvents.About(m, "delivered")));

        (await ReceiveAsync(scenario.TenantId, events)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ReceiveAsync(stranger.TenantId, events)).IsSuccessStatusCode.ShouldBeFalse("it has no account, and no key, of its own");
        await hub.RunJobsAsync();

        (await scenario.CountsAsync()).ShouldBe("1 Delivered");
        (await stranger.CountsAsync()).ShouldBe("1 Accepted");
    }

    [Fact]
    public async Task The_account_of_a_space_says_nothing_about_mail_of_the_hub_and_cuts_nobody_off_from_it()
    {
        var scenario = await LedgerScenario.StartAsync(hub, recipients: 1);
        await SetAsync(scenario.TenantId, SendGrid(hub.SendGrid.Events.PublicKey));
        await scenario.RunUntilSentAsync();
        var forged = SendGridEvents.About(hub.SendGrid.Accepted.Single(m => m.Tenant == scenario.TenantId.ToString("N")), "spamreport");
        var victim = $"v{Guid.NewGuid():N}@exemple.fr";
        (forged["email"], forged["o"]) = (victim, "hub");

        (await ReceiveAsync(scenario.TenantId, hub.SendGrid.Events.Sign([forged]))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await hub.RunJobsAsync();

        (await hub.InAsync(Guid.NewGuid(), null, p => p.GetRequiredService<IContactRepository>().IsSuppressedAsync(EmailAddress.Parse(victim).Key))).ShouldBeFalse();
        (await scenario.CountsAsync()).ShouldBe("1 Complained");
    }

    [Fact]
    public async Task A_call_that_says_a_thing_twice_is_passed_over()
    {
        var scenario = await LedgerScenario.StartAsync(hub, recipients: 1);
        await SetAsync(scenario.TenantId, SendGrid(hub.SendGrid.Events.PublicKey));
        var twice = hub.SendGrid.Events.Sign("""[{"a":"1","a":"2"}]""");
        (await ReceiveAsync(scenario.TenantId, twice)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task How_the_hub_sends_is_the_operators_business()
    {
        var space = await hub.Given.AnAssociation(isConfirmed: false);

        var refused = await space.Admin.SendAsync(HttpMethod.Get, "/api/mailing/hub-mail-transport");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static UpdateMailTransportDto SendGrid(string? webhookKey = null) =>
        new() { Kind = MailTransportKind.SendGrid, ApiKey = Key, FromAddress = "lettre@jardin.example", WebhookPublicKey = webhookKey };

    private async Task<HttpResponseMessage> ReceiveAsync(Guid space, SignedEvents events)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/mailing/webhooks/sendgrid/{space}") { Content = new ByteArrayContent(events.Body) };
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", events.Signature);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", events.Timestamp);
        return await hub.NewBrowser().Http.SendAsync(request);
    }

    private static UpdateMailTransportDto Smtp(string host, string? password) => new()
    {
        Kind = MailTransportKind.Smtp, SmtpHost = host, SmtpPort = 587, SmtpUserName = "jardin", SmtpPassword = password, FromAddress = "lettre@jardin.example",
    };

    private Task SetAsync(Guid tenantId, UpdateMailTransportDto input) => hub.InAsync(tenantId, null, p => p.GetRequiredService<ISettingManager>()
        .SetForCurrentTenantAsync("Mailing.Transport", MailTransportSettings.From(input, null, isOperator: false)!.ToJson()));

    private async Task<Guid> APausedLetterAsync(TestSpace space)
    {
        var campaign = new Campaign(Guid.CreateVersion7(), "Lettre", "Bonjour", """{"schema":"page/1","lang":"fr","blocks":[]}""", "fr", Contacts.ConsentPurpose.Information, []);
        campaign.Order(DateTime.UtcNow);
        campaign.BeginFreezing("Bonjour", "<p>Bonjour</p>", "Bonjour");
        campaign.BeginSending();
        campaign.Pause("Mailing:Pause:Unauthorized|no");
        await hub.InAsync(space.TenantId, null, async p =>
            (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Add(campaign));
        return campaign.Id;
    }
}
