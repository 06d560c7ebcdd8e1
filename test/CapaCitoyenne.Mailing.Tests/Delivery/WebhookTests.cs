using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

[Collection("SendGrid")]
public class WebhookTests(SendGridHub hub)
{
    [Fact]
    public async Task Late_repeated_and_reordered_events_give_the_same_ledger()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        await scenario.RunUntilSentAsync();
        var mails = Mails(scenario);
        JsonObject[] events =
        [
            SendGridEvents.About(mails[0], "delivered"), SendGridEvents.About(mails[0], "processed"), SendGridEvents.About(mails[0], "deferred"),
            SendGridEvents.About(mails[1], "bounce", "bounce", "550 no such user"), SendGridEvents.About(mails[1], "delivered"),
            SendGridEvents.About(mails[2], "bounce", "blocked", "421 reputation"),
        ];

        await hub.TellAsync(events.Reverse());
        foreach (var one in events.Concat(events)) await hub.TellAsync([one]);

        (await scenario.CountsAsync()).ShouldBe("1 Blocked, 1 Delivered, 1 Bounced");
    }

    [Fact]
    public async Task A_dead_address_and_a_complaint_are_suppressed_and_a_block_is_not()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        await scenario.RunUntilSentAsync();
        var mails = Mails(scenario);

        await hub.TellAsync(
        [
            SendGridEvents.About(mails[0], "bounce", "bounce"), SendGridEvents.About(mails[1], "spamreport"), SendGridEvents.About(mails[2], "bounce", "blocked"),
        ]);

        foreach (var (mail, status) in mails.Zip([ContactStatus.Suppressed, ContactStatus.Suppressed, ContactStatus.Active]))
        {
            (await scenario.InAsync(p => p.GetRequiredService<IContactRepository>().GetAsync(c => c.NormalizedEmail == mail.Email))).Status.ShouldBe(status);
        }
    }

    [Fact]
    public async Task An_unsigned_call_is_refused_and_changes_nothing()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 1);
        await scenario.RunUntilSentAsync();
        using var stranger = new SendGridEvents();

        (await hub.PostEventsAsync(stranger.Sign(Mails(scenario).Select(m => SendGridEvents.About(m, "bounce", "bounce"))))).ShouldBe(HttpStatusCode.Forbidden);
        await hub.RunJobsAsync();

        (await scenario.CountsAsync()).ShouldBe("1 Accepted");
    }

    [Fact]
    public async Task Events_about_other_mail_are_passed_over()
    {
        await hub.TellAsync([new JsonObject { ["event"] = "delivered", ["email"] = "x@exemple.fr" }, new JsonObject { ["a"] = "no id", ["d"] = 3 }]);
        await hub.TellAsync([SendGridEvents.About(new HandedOver("x@exemple.fr", Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"), "t", null, "m"), "delivered")]);
    }

    private List<HandedOver> Mails(LedgerScenario scenario) =>
        [.. hub.SendGrid.Received.Where(m => m.Tenant == scenario.TenantId.ToString("N")).OrderBy(m => m.Email, StringComparer.Ordinal)];
}
