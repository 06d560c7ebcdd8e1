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
    IChunkRepository chunks, IDeliveryRepository deliveries, IRepository<Attempt, Guid> attempts, TransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, ILogger<DoubtResolver> logger) : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<UnsettledChunk> unsettled;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            unsettled = await chunks.GetUnsettledAsync(clock.Now, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var chunk in unsettled)
        {
            using (currentTenant.Change(chunk.TenantId))
            {
                await ResolveAsync(chunk, cancellationToken);
            }
        }
    }

    private async Task ResolveAsync(UnsettledChunk unsettled, CancellationToken cancellationToken)
    {
        var chunk = new LeasedChunk(unsettled.Id, unsettled.TenantId, unsettled.CampaignId, unsettled.Number, unsettled.AttemptNumber);
        Attempt? attempt;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            attempt = await attempts.FirstOrDefaultAsync(a => a.ChunkId == chunk.Id && a.Number == chunk.AttemptNumber, cancellationToken);
            if (unsettled.State == ChunkState.Leased && !await AdmitDoubtAsync(chunk, attempt, cancellationToken)) return;
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        if (attempt is null || attempt.Outcome is AttemptOutcome.Accepted or AttemptOutcome.NotAccepted) return;

        var transport = await transports.GetAsync(attempt.Transport);
        var reference = new AttemptReference(attempt.Id, chunk.TenantId, attempt.StartedTime, attempt.BatchId, attempt.SendAt, attempt.ProviderMessageId);
        var verdict = attempt.HasEvents ? AttemptVerdict.Accepted : await transport.AskAsync(reference, cancellationToken);
        if (verdict == AttemptVerdict.Unknown && clock.Now < attempt.StartedTime + transport.DoubtHorizon) return;

        await SettleAsync(chunk, attempt.Id, verdict, cancellationToken);
        await transport.ForgetAsync(reference, cancellationToken);
    }

    /// <summary>The lease ran out. Returns false when somebody else was faster.</summary>
    private async Task<bool> AdmitDoubtAsync(LeasedChunk chunk, Attempt? attempt, CancellationToken cancellationToken)
    {
        if (attempt is null)
        {
            logger.LogInformation("Batch {ChunkId} was left before anything was handed over; it is ready again", chunk.Id);
            return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, cancellationToken: cancellationToken);
        }

        logger.LogWarning("Batch {ChunkId} was left during attempt {AttemptId}: in doubt", chunk.Id, attempt.Id);
        var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.Queued, DeliveryState.InDoubt, clock.Now)
        {
            AttemptId = attempt.Id,
            Reason = "Mailing:Reason:Interrupted",
        };
        await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.InDoubt, cancellationToken: cancellationToken);
    }

    private async Task SettleAsync(LeasedChunk chunk, Guid attemptId, AttemptVerdict verdict, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var to = verdict == AttemptVerdict.NotAccepted ? ChunkState.Ready : ChunkState.Done;
        if (!await chunks.MoveAsync(chunk, ChunkState.InDoubt, to, cancellationToken: cancellationToken)) return;

        if (verdict != AttemptVerdict.Unknown)
        {
            var accepted = verdict == AttemptVerdict.Accepted;
            var attempt = await attempts.GetAsync(attemptId, cancellationToken);
            attempt.End(accepted ? AttemptOutcome.Accepted : AttemptOutcome.NotAccepted, attempt.HttpStatus, attempt.ProviderMessageId, attempt.Detail, clock.Now);
            var state = accepted ? DeliveryState.Accepted : DeliveryState.Queued;
            var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.InDoubt, state, clock.Now) { AttemptId = accepted ? attemptId : null };
            await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        }

        logger.LogInformation("The doubt about attempt {AttemptId} ended: {Verdict}", attemptId, verdict);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
