using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Abp.Emailing;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

[Collection("SendGrid")]
public class WebhookTests(SendGridHub hub)
{
    /// <summary>What the kinds of events mean, from the weakest to the one that nothing overrules: written by hand, so that the code under test does not judge itself.</summary>
    private static readonly (string Event, string? Type, DeliveryState State)[] Meanings =
    [
        ("processed", null, DeliveryState.Accepted), ("deferred", null, DeliveryState.Deferred), ("bounce", "blocked", DeliveryState.Blocked),
        ("delivered", null, DeliveryState.Delivered), ("dropped", null, DeliveryState.Dropped), ("bounce", "bounce", DeliveryState.Bounced),
        ("spamreport", null, DeliveryState.Complained),
    ];

    [Fact]
    public async Task Late_repeated_and_reordered_events_give_the_same_ledger()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 3);
        await scenario.RunUntilSentAsync();
        var mails = Mails(scenario);
        JsonObject[] events =
        [
            SendGridEvents.About(mails[0], "delivered"), SendGridEvents.About(mails[0], "processed"), SendGridEvents.About(mails[0], "deferred"),
            SendGridEvents.About(mails[1], "bounce", "bounce", "550 5.1.1 no such user"), SendGridEvents.About(mails[1], "delivered"),
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
            SendGridEvents.About(mails[0], "bounce", "bounce", "550 5.1.1 no such user"), SendGridEvents.About(mails[1], "spamreport"), SendGridEvents.About(mails[2], "bounce", "blocked"),
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

    [Fact]
    public async Task Ten_thousand_events_repeated_renamed_and_shuffled_are_answered_at_once_and_give_the_ledger_that_they_mean()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 1000);
        await scenario.RunUntilSentAsync();
        var random = new Random(10_000);
        var lives = Mails(scenario).ToDictionary(m => m.Email, m => SendGridEvents.LifeOf(m, random).ToList(), StringComparer.Ordinal);
        var events = SendGridEvents.Disorder(Enumerable.Repeat(lives.Values.SelectMany(l => l), 4).SelectMany(l => l), random);
        events.Count.ShouldBeGreaterThan(10_000);

        var times = new List<double>();
        var before = await CallsInTheInboxAsync();
        foreach (var call in events.Chunk(1000))
        {
            var signed = hub.SendGrid.Events.Sign(call);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            (await hub.PostEventsAsync(signed)).ShouldBe(HttpStatusCode.OK);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        // A call is answered when it is written down; its events are merged later.
        (await CallsInTheInboxAsync() - before).ShouldBe(times.Count);
        (await scenario.CountsAsync()).ShouldBe("1000 Accepted");

        var merging = System.Diagnostics.Stopwatch.StartNew();
        await hub.RunJobsAsync();
        var median = times.Order().ElementAt(times.Count / 2);
        TestContext.Current.TestOutputHelper?.WriteLine($"{events.Count} events: an answer after {median:F0} ms at the median, merged in {merging.ElapsedMilliseconds} ms");

        foreach (var line in await scenario.LinesAsync())
        {
            line.State.ShouldBe(Meanings[lives[line.NormalizedEmail].Max(e => Array.FindIndex(Meanings, m => m.Event == (string?)e["event"] && m.Type == (string?)e["type"]))].State);
        }
    }

    [Fact]
    public async Task An_address_that_cannot_be_written_to_for_days_is_given_up_and_one_delivery_forgives_it()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 2);
        await scenario.RunUntilSentAsync();
        var mails = Mails(scenario);
        var full = mails[0];
        var better = mails[1];

        var start = hub.Clock.GetUtcNow().UtcDateTime.AddDays(-10);
        for (var day = 0; day < ReturnedMail.MaxSoftBounceDays; day++)
        {
            (await StatusAsync(scenario, full)).ShouldBe(ContactStatus.Active);
            var time = start.AddDays(day);
            if (day == 2) await hub.TellAsync([SendGridEvents.About(better, "delivered", time: time)]);
            // Twice a day counts once.
            await hub.TellAsync([MailboxFull(full, time), MailboxFull(full, time), MailboxFull(better, time)]);
        }

        (await StatusAsync(scenario, full)).ShouldBe(ContactStatus.Suppressed);
        (await StatusAsync(scenario, better)).ShouldBe(ContactStatus.Active);
    }

    [Fact]
    public async Task Who_complains_about_mail_of_the_hub_itself_is_written_to_by_no_space_any_more()
    {
        var scenario = await LedgerScenario.StartAsync(hub, 2);
        await hub.TellAsync([new JsonObject { ["event"] = "spamreport", ["email"] = scenario.Emails[0], ["timestamp"] = 1, [MailOrigins.Argument] = MailOrigins.Hub }]);

        await scenario.RunUntilSentAsync();
        await hub.InAsync(null, null, async p => await (await p.GetRequiredService<IDbContextProvider<AbpDbContext>>().GetDbContextAsync()).Set<Suppression>().ExecuteDeleteAsync());

        scenario.ReceivedBy(hub.SendGrid).ShouldBe([scenario.Emails[1]]);
    }

    private static JsonObject MailboxFull(HandedOver mail, DateTime time)
    {
        var result = SendGridEvents.About(mail, "bounce", "bounce", "552 mailbox full", time);
        result["status"] = "5.2.2";
        return result;
    }

    private static async Task<ContactStatus> StatusAsync(LedgerScenario scenario, HandedOver mail) =>
        (await scenario.InAsync(p => p.GetRequiredService<IContactRepository>().GetAsync(c => c.NormalizedEmail == mail.Email))).Status;

    private Task<long> CallsInTheInboxAsync() => hub.InAsync(null, null, p => p.GetRequiredService<IRepository<InboxEntry, Guid>>().GetCountAsync());

    private List<HandedOver> Mails(LedgerScenario scenario) =>
        [.. hub.SendGrid.Received.Where(m => m.Tenant == scenario.TenantId.ToString("N")).OrderBy(m => m.Email, StringComparer.Ordinal)];
}
