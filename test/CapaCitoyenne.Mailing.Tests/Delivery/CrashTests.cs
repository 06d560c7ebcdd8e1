using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

/// <summary>
/// The promise: a recipient is never lost and never handed over twice, whatever kills the process, wherever. A worker is killed with
/// SIGKILL at each step; afterwards another one goes on, and received = expected, once each.
/// </summary>
[Collection("SendGrid")]
public class CrashTests(SendGridHub hub)
{
    [Theory]
    [InlineData(nameof(DeliveryStep.CampaignStarted))]
    [InlineData(nameof(DeliveryStep.BatchWritten))]
    [InlineData(nameof(DeliveryStep.BatchFrozen))]
    [InlineData(nameof(DeliveryStep.ChunkLeased))]
    [InlineData(nameof(DeliveryStep.AttemptCommitted))]
    [InlineData(nameof(DeliveryStep.HandedOver))]
    [InlineData(nameof(DeliveryStep.OutcomeWritten))]
    [InlineData(nameof(DeliveryStep.OutcomeRecorded))]
    public async Task A_killed_worker_loses_nobody_and_doubles_nobody(string step)
    {
        var scenario = await LedgerScenario.ScheduledAsync(hub, 1500);
        var connection = hub.Services.GetRequiredService<IConfiguration>().GetConnectionString("Default")!;

        var exitCode = await DoomedWorker.StartAsync(Enum.Parse<DeliveryStep>(step), hub.Clock.GetUtcNow(), connection,
        [
            new("Mail:Provider", "SendGrid"), new("Mail:SendGrid:Host", hub.SendGrid.BaseUrl), new("Mail:SendGrid:ApiKey", "SG.test"),
        ]);
        exitCode.ShouldBe(137);

        await scenario.RunUntilSentAsync();

        scenario.ReceivedBy(hub.SendGrid).ShouldBe(scenario.Emails);
        (await scenario.CountsAsync()).ShouldBe("1500 Accepted");
        await scenario.ShouldKeepItsPromisesAsync();
    }
}
