using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Tests.Delivery.Model;
using CapaCitoyenne.TestBase.SendGrid;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>
/// Seeded schedules on the real database, the real SDK and the look-alike: two workers that die where the seed says, bad answers, events in
/// disorder. To a database an exception that nobody catches is a crash: what was not committed is gone.
/// </summary>
[Collection("SendGrid")]
public class ScheduleTests(SendGridHub hub)
{
    [Fact]
    public async Task Seeded_crashes_of_two_workers_lose_nobody_double_nobody_and_hide_no_doubt()
    {
        hub.Options.SendGridBatchSize = 4;
        hub.Options.FreezeSize = 8;
        try
        {
            for (var seed = 0; seed < Schedules.Count(60); seed++) await RunAsync(seed);
        }
        finally
        {
            hub.Options.SendGridBatchSize = 1000;
            hub.Options.FreezeSize = 1000;
            hub.SendGrid.CalmDown();
        }
    }

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var scenario = await LedgerScenario.StartAsync(hub, 1 + random.Next(14));
        LookAlikeMood[] moods =
        [
            LookAlikeMood.AcceptThenFail, LookAlikeMood.AcceptThenDrop, LookAlikeMood.Fail, LookAlikeMood.Throttle, LookAlikeMood.TooLarge, LookAlikeMood.TooLargeJson,
            LookAlikeMood.RefuseWithoutField, LookAlikeMood.Unauthorized, LookAlikeMood.Forbidden,
        ];
        hub.SendGrid.Next([.. Enumerable.Range(0, 6).Select(_ => random.Next(2) == 0 ? LookAlikeMood.Accept : moods[random.Next(moods.Length)])]);

        for (var life = 0; life < 2; life++)
        {
            await Task.WhenAll(LiveAsync(scenario, 1 + random.Next(30)), LiveAsync(scenario, 1 + random.Next(30)));
            await TellAsync(scenario, random);
            hub.Wait(TimeSpan.FromSeconds(random.Next(90)));
        }

        hub.SendGrid.CalmDown();
        for (var round = 0; (await scenario.GetAsync()).Status != CampaignStatus.Sent; round++)
        {
            if ((await scenario.GetAsync()).Status == CampaignStatus.Paused) await scenario.ResumeAsync();
            await scenario.RunAsync();
            await TellAsync(scenario, random);
            hub.Wait(round < 20 ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(5));
            round.ShouldBeLessThan(40, $"Schedule {seed}: {await scenario.CountsAsync()}");
        }

        await CheckAsync(scenario, seed);
    }

    private static async Task LiveAsync(LedgerScenario scenario, int steps)
    {
        try
        {
            ProbeOfOneFlow.Use(new DeadlyProbe(steps));
            await scenario.RunAsync();
        }
        catch (OperationCanceledException)
        {
            // Killed.
        }
    }

    /// <summary>What the provider tells early: that it has taken the mail. A part of it never comes.</summary>
    private async Task TellAsync(LedgerScenario scenario, Random random)
    {
        var mails = hub.SendGrid.Received.Where(m => m.Tenant == scenario.TenantId.ToString("N")).ToList();
        var events = SendGridEvents.Disorder(mails.Select(m => SendGridEvents.About(m, "processed")), random, loss: 0.6);
        if (events.Count > 0) await hub.TellAsync(events);
    }

    private async Task CheckAsync(LedgerScenario scenario, int seed)
    {
        var received = scenario.ReceivedBy(hub.SendGrid).GroupBy(e => e, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var lines = await scenario.LinesAsync();
        lines.Select(l => l.NormalizedEmail).ShouldBe(scenario.Emails, $"Schedule {seed}: everybody is in the ledger");
        foreach (var line in lines)
        {
            var times = received.GetValueOrDefault(line.NormalizedEmail);
            var isRight = line.State switch
            {
                DeliveryState.Queued => false,
                DeliveryState.InDoubt => times <= 1,
                DeliveryState.Refused or DeliveryState.Skipped or DeliveryState.Cancelled => times == 0,
                _ => times == 1,
            };
            isRight.ShouldBeTrue($"Schedule {seed}: {line.NormalizedEmail} is {line.State} and received {times}");
        }
    }
}
