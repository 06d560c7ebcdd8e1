using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// Step 7: what to do with batches whose worker went silent or whose call had no answer. Without a committed attempt nothing left:
/// the batch is simply ready again. With one it is in doubt, and only a certain answer ends that: an event that names the attempt
/// (yes), or the provider's word (yes, or no). Never a guess.
/// </summary>
internal sealed class DoubtResolver(
    IChunkRepository chunks, IDeliveryRepository deliveries, IRepository<Attempt, Guid> attempts, ITransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, IDeliveryProbe probe, ILogger<DoubtResolver> logger)
    : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<UnsettledChunk> unsettled;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            unsettled = await chunks.GetUnsettledAsync(clock.Now, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (chunk, state) in unsettled)
        {
            using (currentTenant.Change(chunk.TenantId))
            {
                try
                {
                    await ResolveAsync(chunk, state, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // One batch must not keep the others in doubt; the next round tries it again.
                    logger.LogError(e, "The doubt about batch {ChunkId} could not be looked into", chunk.Id);
                }
            }
        }
    }

    private async Task ResolveAsync(LeasedChunk chunk, ChunkState state, CancellationToken cancellationToken)
    {
        if (await AdmitAsync(chunk, state, cancellationToken) is not { } attempt) return;
        probe.Reached(DeliveryStep.DoubtAdmitted);

        var transport = await transports.GetAsync(attempt.Transport);
        var reference = attempt.ReferenceIn(chunk.TenantId);
        if (!attempt.IsProvenAccepted && transport.CanCancel(reference)) attempt = await RequestCancelAsync(attempt.Id, cancellationToken);

        var verdict = attempt.IsProvenAccepted ? AttemptVerdict.Accepted : await transport.AskAsync(reference, cancellationToken);
        probe.Reached(DeliveryStep.DoubtAnswered);
        if (verdict == AttemptVerdict.Unknown && clock.Now < attempt.StartedTime + transport.DoubtHorizon) return;

        await SettleAsync(chunk, attempt.Id, verdict, cancellationToken);
        await transport.ForgetAsync(reference, cancellationToken);
    }

    /// <returns>The attempt whose outcome is open. Null when there is none, or when somebody else was faster.</returns>
    private async Task<Attempt?> AdmitAsync(LeasedChunk chunk, ChunkState state, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var attempt = await attempts.FirstOrDefaultAsync(a => a.ChunkId == chunk.Id && a.Number == chunk.AttemptNumber, cancellationToken);
        if (state == ChunkState.Leased && !await AdmitDoubtAsync(chunk, attempt, cancellationToken)) return null;
        await unitOfWork.CompleteAsync(cancellationToken);
        return attempt is { Outcome: AttemptOutcome.InFlight or AttemptOutcome.InDoubt } ? attempt : null;
    }

    /// <summary>The lease ran out. Returns false when somebody else was faster.</summary>
    private async Task<bool> AdmitDoubtAsync(LeasedChunk chunk, Attempt? attempt, CancellationToken cancellationToken)
    {
        if (attempt is null)
        {
            logger.LogInformation("Batch {ChunkId} was left before anything was handed over; it is ready again", chunk.Id);
            return await chunks.TakeOverAsync(chunk, ChunkState.Ready, clock.Now, cancellationToken);
        }

        logger.LogWarning("Batch {ChunkId} was left during attempt {AttemptId}: in doubt", chunk.Id, attempt.Id);
        if (!await chunks.TakeOverAsync(chunk, ChunkState.InDoubt, clock.Now, cancellationToken)) return false;
        var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.Queued, DeliveryState.InDoubt, clock.Now)
        {
            AttemptId = attempt.Id,
            Reason = "Mailing:Reason:Interrupted",
        };
        await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>Committed before the order to cancel, as an attempt is before its call: news of its acceptance prove nothing from here on.</summary>
    private async Task<Attempt> RequestCancelAsync(Guid attemptId, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var attempt = await attempts.GetAsync(attemptId, cancellationToken);
        if (!attempt.IsProvenAccepted) attempt.RequestCancel(clock.Now);
        await unitOfWork.CompleteAsync(cancellationToken);
        probe.Reached(DeliveryStep.CancelRequested);
        return attempt;
    }

    private async Task SettleAsync(LeasedChunk chunk, Guid attemptId, AttemptVerdict verdict, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var to = verdict == AttemptVerdict.NotAccepted ? ChunkState.Ready : ChunkState.Done;
        if (!await chunks.MoveAsync(chunk, ChunkState.InDoubt, to, cancellationToken: cancellationToken)) return;

        if (verdict != AttemptVerdict.Unknown)
        {
            var attempt = await attempts.GetAsync(attemptId, cancellationToken);
            if (verdict == AttemptVerdict.NotAccepted && attempt.HasLeft)
            {
                // The provider says that it cancelled, and that it delivered. Rolled back: the next round believes the delivery.
                logger.LogError("Attempt {AttemptId} was cancelled, and reports deliveries", attemptId);
                return;
            }

            attempt.End(
                verdict == AttemptVerdict.Accepted ? AttemptOutcome.Accepted : AttemptOutcome.NotAccepted, attempt.HttpStatus, attempt.ProviderMessageId,
                attempt.Detail, clock.Now);
            // Before the lines: the merge of events takes the same two in the same order.
            await unitOfWork.SaveChangesAsync(cancellationToken);
            foreach (var from in verdict == AttemptVerdict.Accepted ? AcceptedAfterAll : NeverAccepted)
            {
                var move = new LedgerMove(
                    chunk.CampaignId, chunk.Number, from, verdict == AttemptVerdict.Accepted ? DeliveryState.Accepted : DeliveryState.Queued, clock.Now)
                {
                    OfAttempt = attemptId, AttemptId = verdict == AttemptVerdict.Accepted ? attemptId : null,
                };
                await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
            }
        }
        else if (await attempts.GetAsync(attemptId, cancellationToken) is { MayBeCancelled: true } silent)
        {
            silent.End(AttemptOutcome.InDoubt, silent.HttpStatus, silent.ProviderMessageId, silent.Detail, clock.Now);
            await unitOfWork.SaveChangesAsync(cancellationToken);
            foreach (var from in TakenOrDropped) await deliveries.MoveAsync(Doubted(chunk.CampaignId, chunk.Number, attemptId, from, clock.Now), cancellationToken: cancellationToken);
        }

        logger.LogInformation("The doubt about attempt {AttemptId} ended: {Verdict}", attemptId, verdict);
        probe.Reached(DeliveryStep.DoubtSettled);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    /// <summary>Back to in doubt: nobody said what became of the order to cancel.</summary>
    internal static LedgerMove Doubted(Guid campaignId, int number, Guid attemptId, DeliveryState from, DateTime now)
        => new(campaignId, number, from, DeliveryState.InDoubt, now) { OfAttempt = attemptId, AttemptId = attemptId, Reason = "Mailing:Reason:CancelUnanswered" };

    private static readonly DeliveryState[] AcceptedAfterAll = [DeliveryState.InDoubt];

    /// <summary>The provider may have told that it took the batch, or that it dropped it, before it was cancelled with certainty.</summary>
    internal static readonly DeliveryState[] NeverAccepted = [DeliveryState.InDoubt, DeliveryState.Accepted, DeliveryState.Dropped];

    /// <summary>What may have been told of a batch before the order to cancel it, and is not certain any more when nobody says what became of that order.</summary>
    internal static readonly DeliveryState[] TakenOrDropped = [DeliveryState.Accepted, DeliveryState.Dropped];
}
