using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

[BackgroundJobName("mailing.deliver")]
internal sealed record DeliverArgs(Guid? CampaignId = null);

/// <summary>Wakes the engine when a campaign was ordered or resumed. It carries no work: losing it, or running it twice, is harmless.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class DeliverJob(DeliveryRounds rounds) : AsyncBackgroundJob<DeliverArgs>
{
    public override Task ExecuteAsync(DeliverArgs args) => rounds.RunAsync();
}

/// <summary>Finds what no job told: due hours, batches that may go on, workers that were killed, doubts.</summary>
internal sealed class DeliverySweep(DeliveryRounds rounds) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-delivery-sweep";

    public string CronExpression => "*/15 * * * * *";

    public Task DoWorkAsync(CancellationToken cancellationToken = default) => rounds.RunAsync(cancellationToken);
}
