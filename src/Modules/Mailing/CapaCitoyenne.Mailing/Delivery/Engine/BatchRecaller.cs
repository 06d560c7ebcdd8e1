using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// « Annuler l'envoi » for batches that the provider has taken and holds until their hour: each is cancelled there, and only with its certain
/// « no » its recipients count as not written to. What could not be called back in time is on its way, and is shown so.
/// </summary>
internal sealed class BatchRecaller(
    IChunkRepository chunks, IDeliveryRepository deliveries, IRepository<Attempt, Guid> attempts, ITransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, IDeliveryProbe probe, ILogger<BatchRecaller> logger)
    : ITransientDependency
{
    /// <summary>
    /// The provider keeps at most 100 cancelled batches until their hours have passed. The rest is left for doubts, which need the cancellation to
    /// write to people at all.
    /// </summary>
    internal const int MaxPendingCancels = 90;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<RecallableAttempt> recallable;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            // What was ordered already has its place at the provider; the places that are left are not given to batches that cannot be cancelled any more.
            recallable = await chunks.GetUnansweredCancelsAsync(MaxPendingCancels, cancellationToken);
            var room = MaxPendingCancels - await chunks.CountPendingCancelsAsync(clock.Now, cancellationToken);
            if (room > 0) recallable.AddRange(await chunks.GetRecallableAsync(clock.Now + SendGridTransport.CancelMargin, room, cancellationToken));
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var batch in recallable)
        {
            using (currentTenant.Change(batch.TenantId))
            {
                try
                {
                    await RecallAsync(batch, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    logger.LogError(e, "Attempt {AttemptId} could not be called back", batch.Id);
                }
            }
        }
    }

    private async Task RecallAsync(RecallableAttempt batch, CancellationToken cancellationToken)
    {
        var transport = await transports.GetAsync(batch.Transport);
        AttemptReference reference;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            var attempt = await attempts.GetAsync(batch.Id, cancellationToken);
            reference = attempt.ReferenceIn(batch.TenantId);
            // Too late for a new order; one from before a crash may have got through, and is asked about.
            if (!transport.CanCancel(reference) && attempt.CancelRequestedTime is null) return;
            attempt.RequestCancel(clock.Now);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        probe.Reached(DeliveryStep.CancelRequested);
        // After its hour the provider does not know of it any more: then only events can tell.
        var verdict = clock.Now <= reference.SendAt ? await transport.AskAsync(reference, cancellationToken) : AttemptVerdict.Unknown;
        probe.Reached(DeliveryStep.DoubtAnswered);
        var isCertain = verdict == AttemptVerdict.NotAccepted;
        // The order may have got through all the same: that is not known before a day without news has passed.
        if (!isCertain && clock.Now < reference.StartedTime + transport.DoubtHorizon) return;

        await using var closing = unitOfWorkManager.Begin(requiresNew: true);
        var cancelled = await attempts.GetAsync(batch.Id, cancellationToken);
        if (cancelled.HasLeft) return;
        cancelled.End(isCertain ? AttemptOutcome.NotAccepted : AttemptOutcome.InDoubt, cancelled.HttpStatus, cancelled.ProviderMessageId, cancelled.Detail, clock.Now);
        // Before the lines: the merge of events takes the same two in the same order.
        await closing.SaveChangesAsync(cancellationToken);
        foreach (var from in isCertain ? DoubtResolver.NeverAccepted : DoubtResolver.TakenOrDropped)
        {
            var move = isCertain
                ? new LedgerMove(batch.CampaignId, batch.ChunkNumber, from, DeliveryState.Cancelled, clock.Now) { OfAttempt = batch.Id, AttemptId = batch.Id }
                : DoubtResolver.Doubted(batch.CampaignId, batch.ChunkNumber, batch.Id, from, clock.Now);
            await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        }

        probe.Reached(DeliveryStep.DoubtSettled);
        await closing.CompleteAsync(cancellationToken);
    }
}
