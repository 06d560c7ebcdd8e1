using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>Step 6: writes the outcome of a call into the ledger, in one transaction, under the fence.</summary>
internal sealed class OutcomeRecorder(
    IChunkRepository chunks, IDeliveryRepository deliveries, IRepository<Attempt, Guid> attempts, ICampaignRepository campaigns, PaceKeeper pace,
    IUnitOfWorkManager unitOfWorkManager, IGuidGenerator guidGenerator, IClock clock, IDeliveryProbe probe, ILogger<OutcomeRecorder> logger)
    : ITransientDependency
{
    private const int MaxTries = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>A mailbox that is full, or a server that is down: who is to come later does so ever more seldom, and not for ever.</summary>
    private static readonly TimeSpan LongestDeferral = TimeSpan.FromHours(4);
    private static readonly TimeSpan DeferralHorizon = TimeSpan.FromHours(48);

    /// <param name="attemptId">Null when the failure came before an attempt was opened.</param>
    public async Task RecordAsync(
        LeasedChunk chunk, Guid? attemptId, IBulkMailTransport transport, BulkOutcome outcome, int recipients, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await RecordOnceAsync(chunk, attemptId, transport, outcome, recipients, cancellationToken);
                return;
            }
            catch (Exception e) when (tries < MaxTries && e is not OperationCanceledException)
            {
                // Somebody paused the campaign at this moment, two workers cut batches of one campaign, or the database had a short sleep. A
                // certain answer must not be lost for that.
                logger.LogWarning(e, "The outcome {Outcome} of batch {ChunkId} is recorded at the next try", outcome.Kind, chunk.Id);
                await Task.Delay(TimeSpan.FromMilliseconds(50 * tries), cancellationToken);
            }
        }
    }

    private async Task RecordOnceAsync(
        LeasedChunk chunk, Guid? attemptId, IBulkMailTransport transport, BulkOutcome outcome, int recipients, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        if (attemptId is { } id)
        {
            var attempt = await attempts.GetAsync(id, cancellationToken);
            attempt.End(ToAttemptOutcome(outcome.Kind), outcome.HttpStatus, outcome.ProviderMessageId, outcome.Detail, clock.Now);
            // Before the lines: the merge of events takes the same two in the same order.
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }

        var isOurs = outcome.Kind switch
        {
            BulkOutcomeKind.Accepted => await AcceptAsync(chunk, attemptId, outcome, cancellationToken),
            BulkOutcomeKind.Unknown => await DoubtAsync(chunk, attemptId, cancellationToken),
            BulkOutcomeKind.RecipientsRefused => await RefuseAsync(chunk, attemptId, outcome, recipients, cancellationToken),
            BulkOutcomeKind.TooLarge => await SplitAsync(chunk, outcome, recipients, cancellationToken),
            BulkOutcomeKind.Throttled => await ThrottleAsync(chunk, transport, outcome, cancellationToken),
            BulkOutcomeKind.Unauthorized => await PauseAsync(chunk, "Mailing:Pause:Unauthorized", outcome, cancellationToken),
            BulkOutcomeKind.LetterRefused => await PauseAsync(chunk, "Mailing:Pause:Refused", outcome, cancellationToken),
            _ => await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, Later(chunk), cancellationToken),
        };
        if (!isOurs)
        {
            // The lease ran out during the call and the recovery has taken over: it knows the attempt, and decides.
            logger.LogWarning("Batch {ChunkId} was taken over before its outcome {Outcome} came", chunk.Id, outcome.Kind);
            await unitOfWork.DisposeAsync();
            if (attemptId is { } seen && outcome is { Kind: BulkOutcomeKind.Accepted, Exceptions.Count: 0 }) await WitnessAsync(seen, cancellationToken);
            return;
        }

        probe.Reached(DeliveryStep.OutcomeWritten);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    /// <summary>
    /// A late « yes » for the whole batch is as good as an event: the resolver takes it from there. One with exceptions is not: it would count those as
    /// written to who were not.
    /// </summary>
    private async Task WitnessAsync(Guid attemptId, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        (await attempts.GetAsync(attemptId, cancellationToken)).SeenByProvider();
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task<bool> AcceptAsync(LeasedChunk chunk, Guid? attemptId, BulkOutcome outcome, CancellationToken cancellationToken)
    {
        outcome = await WithoutHopelessAsync(chunk, outcome, cancellationToken);
        var again = outcome.Exceptions.Where(e => IsToComeAgain(e.Value)).Select(e => e.Key).ToList();
        await MarkAsync(chunk, attemptId, outcome, cancellationToken);
        var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.Queued, DeliveryState.Accepted, clock.Now) { AttemptId = attemptId };
        await deliveries.MoveAsync(move, again, cancellationToken);
        return again.Count == 0
            ? await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Done, cancellationToken: cancellationToken)
            : await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, outcome.Until ?? Later(chunk, LongestWaitOf(outcome)), cancellationToken);
    }

    /// <summary>Whom a server has put off for two days is refused, in the server's words.</summary>
    private async Task<BulkOutcome> WithoutHopelessAsync(LeasedChunk chunk, BulkOutcome outcome, CancellationToken cancellationToken)
    {
        if (!outcome.Exceptions.Values.Any(e => e.Kind == RecipientOutcomeKind.Deferred)) return outcome;
        var before = clock.Now - DeferralHorizon;
        // The first call that was answered for each person, not those that the provider turned away or that never reached it.
        if (!await attempts.AnyAsync(a => a.ChunkId == chunk.Id && a.Outcome == AttemptOutcome.Accepted && a.StartedTime <= before, cancellationToken)) return outcome;
        return outcome with
        {
            Exceptions = outcome.Exceptions.ToDictionary(
                e => e.Key, e => e.Value.Kind == RecipientOutcomeKind.Deferred ? e.Value with { Kind = RecipientOutcomeKind.Refused } : e.Value),
        };
    }

    private static bool IsToComeAgain(RecipientOutcome outcome) => outcome.Kind is RecipientOutcomeKind.NotHandedOver or RecipientOutcomeKind.Deferred;

    private static TimeSpan LongestWaitOf(BulkOutcome outcome)
        => outcome.Exceptions.Values.Any(e => e.Kind == RecipientOutcomeKind.NotHandedOver) ? LongestWait : LongestDeferral;

    private async Task<bool> DoubtAsync(LeasedChunk chunk, Guid? attemptId, CancellationToken cancellationToken)
    {
        var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.Queued, DeliveryState.InDoubt, clock.Now)
        {
            AttemptId = attemptId,
            Reason = "Mailing:Reason:NoAnswer",
        };
        await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.InDoubt, cancellationToken: cancellationToken);
    }

    private async Task<bool> RefuseAsync(LeasedChunk chunk, Guid? attemptId, BulkOutcome outcome, int recipients, CancellationToken cancellationToken)
    {
        if (outcome.Exceptions.Count == 0) return await SplitAsync(chunk, outcome, recipients, cancellationToken);
        await MarkAsync(chunk, attemptId, outcome, cancellationToken);
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, cancellationToken: cancellationToken);
    }

    /// <summary>Who had an answer of their own, one statement for all with the same one.</summary>
    private async Task MarkAsync(LeasedChunk chunk, Guid? attemptId, BulkOutcome outcome, CancellationToken cancellationToken)
    {
        foreach (var group in outcome.Exceptions.Where(e => !IsToComeAgain(e.Value)).GroupBy(e => e.Value, e => e.Key))
        {
            var state = group.Key.Kind == RecipientOutcomeKind.Refused ? DeliveryState.Refused : DeliveryState.InDoubt;
            await deliveries.MarkAsync(new LedgerMark(chunk.CampaignId, state, group.Key.Reason, attemptId, clock.Now), [.. group], cancellationToken);
        }
    }

    /// <summary>Too large, or refused without saying whom: two halves find out. One person alone is the one.</summary>
    private async Task<bool> SplitAsync(LeasedChunk chunk, BulkOutcome outcome, int recipients, CancellationToken cancellationToken)
    {
        if (recipients > 1 && await chunks.SplitAsync(chunk, guidGenerator.Create(), cancellationToken))
            return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, cancellationToken: cancellationToken);

        var move = new LedgerMove(chunk.CampaignId, chunk.Number, DeliveryState.Queued, DeliveryState.Refused, clock.Now) { Reason = outcome.Detail };
        await deliveries.MoveAsync(move, cancellationToken: cancellationToken);
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Done, cancellationToken: cancellationToken);
    }

    private async Task<bool> ThrottleAsync(LeasedChunk chunk, IBulkMailTransport transport, BulkOutcome outcome, CancellationToken cancellationToken)
    {
        var until = outcome.Until ?? Later(chunk);
        await pace.CloseAsync(transport, until, cancellationToken);
        await chunks.DelaySpaceAsync(chunk.TenantId, until, cancellationToken);
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, until, cancellationToken);
    }

    private async Task<bool> PauseAsync(LeasedChunk chunk, string reasonCode, BulkOutcome outcome, CancellationToken cancellationToken)
    {
        var campaign = await campaigns.GetAsync(chunk.CampaignId, cancellationToken);
        if (campaign.Status == CampaignStatus.Sending) campaign.Pause($"{reasonCode}|{outcome.Detail}");
        return await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, cancellationToken: cancellationToken);
    }

    private DateTime Later(LeasedChunk chunk) => Later(chunk, LongestWait);

    private DateTime Later(LeasedChunk chunk, TimeSpan longest)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(chunk.AttemptNumber - 1, 10));
        return clock.Now + (wait < longest ? wait : longest);
    }

    private static AttemptOutcome ToAttemptOutcome(BulkOutcomeKind kind) => kind switch
    {
        BulkOutcomeKind.Accepted => AttemptOutcome.Accepted,
        BulkOutcomeKind.Unknown => AttemptOutcome.InDoubt,
        _ => AttemptOutcome.NotAccepted,
    };
}
