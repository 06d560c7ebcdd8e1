using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.TestBase.SendGrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>
/// The promise: a recipient is never lost and never handed over twice, whatever kills the process, wherever. Two workers are killed with SIGKILL, each at
/// a step of its own, the second on what the first has left; afterwards another one goes on, and received = expected, once each.
/// </summary>
[Collection("SendGrid")]
public class CrashTests(SendGridHub hub)
{
    [Theory]
    [InlineData(nameof(DeliveryStep.CampaignStarted), nameof(DeliveryStep.BatchWritten))]
    [InlineData(nameof(DeliveryStep.BatchFrozen), nameof(DeliveryStep.ChunkLeased))]
    [InlineData(nameof(DeliveryStep.AttemptCommitted), nameof(DeliveryStep.HandedOver))]
    [InlineData(nameof(DeliveryStep.OutcomeWritten), nameof(DeliveryStep.OutcomeRecorded))]
    public async Task Two_killed_workers_lose_nobody_and_double_nobody(string first, string second)
    {
        var scenario = await LedgerScenario.ScheduledAsync(hub, 1500);

        await KillAsync(first, second);
        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        (await scenario.CountsAsync()).ShouldBe("1500 Accepted");
        await scenario.ShouldKeepItsPromisesAsync();
    }

    [Theory]
    [InlineData(nameof(DeliveryStep.DoubtAdmitted), nameof(DeliveryStep.CancelRequested))]
    [InlineData(nameof(DeliveryStep.DoubtAnswered), nameof(DeliveryStep.DoubtSettled))]
    public async Task Workers_that_are_killed_while_they_look_into_a_doubt_leave_it_to_the_next(string first, string second)
    {
        var scenario = await LedgerScenario.StartAsync(hub, 30);
        hub.SendGrid.Next(LookAlikeMood.AcceptThenFail);
        await scenario.RunAsync();

        await KillAsync(first, second);
        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        await scenario.ShouldKeepItsPromisesAsync();
    }

    private async Task KillAsync(params string[] steps)
    {
        var connection = hub.Services.GetRequiredService<IConfiguration>().GetConnectionString("Default")!;
        foreach (var step in steps)
        {
            var code = await DoomedWorker.StartAsync(Enum.Parse<DeliveryStep>(step), hub.Clock.GetUtcNow(), connection,
            [
                new("Mail:Provider", "SendGrid"), new("Mail:SendGrid:Host", hub.SendGrid.BaseUrl), new("Mail:SendGrid:ApiKey", "SG.test"), new("Mailing:SendGridBatchSize", "400"),
                // One batch at a time: the second finds some that the first did not hold.
                new("Mailing:Workers", "1"),
            ]);
            code.ShouldBe(137, $"{step} was not reached");
        }
    }
}
