using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Delivery;

/// <summary>What a worker holds: the batch, and the number that fences it.</summary>
internal sealed record LeasedChunk(Guid Id, Guid TenantId, Guid CampaignId, int Number, int AttemptNumber);

/// <summary>A batch whose last call has no certain outcome.</summary>
internal sealed record UnsettledChunk(Guid Id, Guid TenantId, Guid CampaignId, int Number, int AttemptNumber, ChunkState State);

/// <summary>The queue. Works across spaces, on the host side.</summary>
internal interface IChunkRepository
{
    /// <summary>
    /// Takes the next batch of a campaign that is being sent: first the space that has waited longest for its turn, then the oldest
    /// batch. Null = nothing is ready.
    /// </summary>
    Task<LeasedChunk?> LeaseNextAsync(DateTime now, DateTime leaseUntil, CancellationToken cancellationToken = default);

    /// <summary>Changes a batch if it is still under the fence. False = somebody else has it; the caller rolls back.</summary>
    Task<bool> MoveAsync(LeasedChunk chunk, ChunkState from, ChunkState to, DateTime? notBefore = null, CancellationToken cancellationToken = default);

    Task<bool> RenewAsync(LeasedChunk chunk, DateTime leaseUntil, CancellationToken cancellationToken = default);

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
}
