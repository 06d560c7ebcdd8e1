using System.Diagnostics;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// One round through the ledger: call back what was cancelled, resolve what is unsettled, start what is due, freeze, hand over what is ready, close. The
/// ledger is the queue; any number of rounds may run, in any number of processes, and a round that is killed leaves nothing that
/// the next one does not find. A round is short (<see cref="MailingOptions.RoundSeconds"/>): a doubt can only be ended by cancelling while the provider
/// still holds the batch, and looking into doubts is what a round begins with.
/// </summary>
internal sealed class DeliveryEngine(
    DoubtResolver resolver, BatchRecaller recaller, CampaignStarter starter, AudienceFreezer freezer, CampaignFinisher finisher, IServiceScopeFactory scopeFactory,
    ICurrentTenant currentTenant, IOptions<MailingOptions> options) : ITransientDependency
{
    /// <param name="isNextAwaited">Whether somebody waits for the next round: this one ends after the batches that are under way. Null = nobody does.</param>
    /// <param name="cancellationToken">Ends what is under way as well.</param>
    /// <returns>True when its time was up before everything that was ready had left.</returns>
    public async Task<bool> RunAsync(Func<bool>? isNextAwaited = null, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        bool IsTimeUp() => watch.Elapsed.TotalSeconds >= options.Value.RoundSeconds || isNextAwaited?.Invoke() == true;
        using (currentTenant.Change(null))
        {
            await recaller.RunAsync(cancellationToken);
            await resolver.RunAsync(cancellationToken);
            await starter.RunAsync(cancellationToken);
            bool isMoreToFreeze;
            bool[] isMoreToSend;
            do
            {
                isMoreToFreeze = await freezer.RunAsync(IsTimeUp, cancellationToken);
                isMoreToSend = await Task.WhenAll(Enumerable.Range(0, Math.Max(1, options.Value.Workers))
                    .Select(_ => Task.Run(() => WorkAsync(IsTimeUp, cancellationToken), cancellationToken)));
            }
            while (isMoreToFreeze && !IsTimeUp() && !cancellationToken.IsCancellationRequested);

            await finisher.RunAsync(cancellationToken);
            return isMoreToFreeze || isMoreToSend.Contains(true);
        }
    }

    /// <param name="isTimeUp">Asked between two batches, of which each round hands over one at least.</param>
    /// <param name="cancellationToken">Ends what is under way as well.</param>
    private async Task<bool> WorkAsync(Func<bool> isTimeUp, CancellationToken cancellationToken)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var worker = scope.ServiceProvider.GetRequiredService<ChunkWorker>();
        while (!cancellationToken.IsCancellationRequested && await worker.RunOneAsync(cancellationToken))
        {
            if (isTimeUp()) return true;
        }

        return false;
    }
}

/// <summary>
/// The rounds of this process, one at a time: they leave the other threads of Hangfire to mail that people wait for, and to webhooks. Who comes while
/// one runs waits for nothing, and ends that round after the batches that are under way: a short notice is not even written down while a round with a long
/// newsletter lasts. Another round follows it then, and so it does when its time was up.
/// </summary>
internal sealed class DeliveryRounds(IServiceScopeFactory scopeFactory, IBackgroundJobManager jobs, ICurrentTenant currentTenant) : ISingletonDependency
{
    private int _wishes;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _wishes) > 1) return;
        var isMore = false;
        try
        {
            await using var scope = scopeFactory.CreateAsyncScope();
            isMore = await scope.ServiceProvider.GetRequiredService<DeliveryEngine>().RunAsync(() => Volatile.Read(ref _wishes) > 1, cancellationToken);
        }
        finally
        {
            isMore |= Interlocked.Exchange(ref _wishes, 0) > 1;
        }

        if (!isMore) return;
        using (currentTenant.Change(null)) await jobs.EnqueueAsync(new DeliverArgs());
    }
}
