using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// One round through the ledger: call back what was cancelled, resolve what is unsettled, start what is due, freeze, hand over until nothing is ready, close. The
/// ledger is the queue; any number of rounds may run, in any number of processes, and a round that is killed leaves nothing that
/// the next one does not find.
/// </summary>
internal sealed class DeliveryEngine(
    DoubtResolver resolver, BatchRecaller recaller, CampaignStarter starter, AudienceFreezer freezer, CampaignFinisher finisher, IServiceScopeFactory scopeFactory,
    ICurrentTenant currentTenant, IOptions<MailingOptions> options) : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using (currentTenant.Change(null))
        {
            await recaller.RunAsync(cancellationToken);
            await resolver.RunAsync(cancellationToken);
            await starter.RunAsync(cancellationToken);
            bool isMoreToFreeze;
            do
            {
                isMoreToFreeze = await freezer.RunAsync(cancellationToken);
                await Task.WhenAll(Enumerable.Range(0, Math.Max(1, options.Value.Workers)).Select(_ => Task.Run(() => WorkAsync(cancellationToken), cancellationToken)));
            }
            while (isMoreToFreeze && !cancellationToken.IsCancellationRequested);

            await finisher.RunAsync(cancellationToken);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var worker = scope.ServiceProvider.GetRequiredService<ChunkWorker>();
        while (!cancellationToken.IsCancellationRequested && await worker.RunOneAsync(cancellationToken))
        {
            // On to the next batch.
        }
    }
}
