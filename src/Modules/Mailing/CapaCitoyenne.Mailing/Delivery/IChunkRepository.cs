using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Delivery;

/// <summary>What a worker holds: the batch, and the number that fences it.</summary>
internal sealed record LeasedChunk(Guid Id, Guid TenantId, Guid CampaignId, int Number, int AttemptNumber, int RecipientCount);

/// <summary>A batch whose last call has no certain outcome.</summary>
internal sealed record UnsettledChunk(LeasedChunk Chunk, ChunkState State);

/// <summary>A batch of a cancelled campaign that the provider holds and has not let go yet.</summary>
internal sealed record RecallableAttempt(Guid Id, Guid TenantId, Guid CampaignId, int ChunkNumber, string Transport);

/// <summary>The queue. Works across spaces, on the host side.</summary>
internal interface IChunkRepository
{
    /// <summary>
    /// Takes the next batch of a campaign that is being sent: first the lane, then the space that has waited longest for its turn, then the
    /// oldest batch. Null = nothing is ready.
    /// </summary>
    Task<LeasedChunk?> LeaseNextAsync(DateTime now, DateTime leaseUntil, CancellationToken cancellationToken = default);

    /// <summary>Changes a batch if it is still under the fence. False = somebody else has it; the caller rolls back.</summary>
    Task<bool> MoveAsync(LeasedChunk chunk, ChunkState from, ChunkState to, DateTime? notBefore = null, CancellationToken cancellationToken = default);

    /// <summary>Keeps the batch, which is still leased under this fence; inside a transaction, nobody takes it over until the end. False = somebody has.</summary>
    Task<bool> RenewAsync(LeasedChunk chunk, DateTime leaseUntil, CancellationToken cancellationToken = default);

    /// <summary>Takes a batch from a worker whose lease ran out. False = it was renewed, or somebody else was faster.</summary>
    Task<bool> TakeOverAsync(LeasedChunk chunk, ChunkState to, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Batches whose worker went silent, and batches in doubt.</summary>
    Task<List<UnsettledChunk>> GetUnsettledAsync(DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Keeps a space from having its turn for a while.</summary>
    Task DelaySpaceAsync(Guid tenantId, DateTime notBefore, CancellationToken cancellationToken = default);

    /// <summary>Cuts a batch in two; both are ready. Returns false when there is nothing to cut.</summary>
    Task<bool> SplitAsync(LeasedChunk chunk, Guid newChunkId, CancellationToken cancellationToken = default);

    /// <summary>The batches that no worker has taken will not be.</summary>
    Task CancelReadyAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: cancelled campaigns with batches that came back since (a worker held them at the time).</summary>
    Task<List<CampaignReference>> GetCancelledWithReadyAsync(CancellationToken cancellationToken = default);

    Task<bool> AnyOpenAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>Keeps other workers from freezing this campaign until the transaction ends. False = one of them is at it.</summary>
    Task<bool> HoldCampaignAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>When the provider lets the last accepted batch of a campaign go; null when none is scheduled.</summary>
    Task<DateTime?> GetLastSendAtAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Of all spaces: accepted batches of cancelled campaigns whose cancellation is not ordered yet and that leave at <paramref name="earliest"/> or later;
    /// the most urgent first.
    /// </summary>
    Task<List<RecallableAttempt>> GetRecallableAsync(DateTime earliest, int count, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: accepted batches whose cancellation was ordered and never answered; the most urgent first.</summary>
    Task<List<RecallableAttempt>> GetUnansweredCancelsAsync(int count, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: cancellations that the provider still keeps, since their hour has not come.</summary>
    Task<int> CountPendingCancelsAsync(DateTime now, CancellationToken cancellationToken = default);
}
