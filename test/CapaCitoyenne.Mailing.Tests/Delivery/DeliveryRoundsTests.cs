using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>A newsletter must not take the threads that confirmations and webhooks need.</summary>
[Collection("SendGrid")]
public sealed class DeliveryRoundsTests(SendGridHub hub) : IDisposable
{
    private DeliveryRounds Rounds => hub.Services.GetRequiredService<DeliveryRounds>();

    public void Dispose()
    {
        hub.Options.SendGridBatchSize = 1000;
        hub.Options.RoundSeconds = SendGridHub.RoundSeconds;
    }

    [Fact]
    public async Task Who_wakes_the_engine_while_it_runs_waits_for_nothing_and_another_round_follows()
    {
        // What other tests have left would be counted below.
        await hub.RunJobsAsync();
        var slow = await LedgerScenario.StartAsync(hub, 1);
        hub.SendGrid.Next(LookAlikeMood.AcceptThenHang);
        var calls = hub.SendGrid.Calls;
        var round = Rounds.RunAsync(TestContext.Current.CancellationToken);
        while (hub.SendGrid.Calls == calls) await Task.Delay(5, TestContext.Current.CancellationToken);
        var next = await LedgerScenario.JoinAsync(hub, 2);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Rounds.RunAsync(TestContext.Current.CancellationToken)));
        round.IsCompleted.ShouldBeFalse();
        hub.SendGrid.Cuts.Release();
        await round;
        (await slow.CountsAsync()).ShouldBe("1 InDoubt");

        // One round, and after it the exercises that wait for a letter to be sent, for each of the two.
        (await hub.RunJobsAsync()).ShouldBe(3);
        next.ReceivedBy(hub.SendGrid).Count.ShouldBe(2);
        // The round that follows looks into doubts first: this one could still be cancelled, and was sent anew.
        (await slow.CountsAsync()).ShouldBe("1 Accepted");
    }

    [Fact]
    public async Task A_round_whose_time_is_up_leaves_the_rest_to_the_next()
    {
        hub.Options.SendGridBatchSize = 1;
        hub.Options.RoundSeconds = 0;
        var scenario = await LedgerScenario.StartAsync(hub, 12);

        await Rounds.RunAsync(TestContext.Current.CancellationToken);
        scenario.ReceivedBy(hub.SendGrid).Count.ShouldBeLessThan(12);
        (await hub.RunJobsAsync()).ShouldBeGreaterThan(2);

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
    }
}
