using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;

namespace CapaCitoyenne.Mailing.Delivery;

/// <summary>
/// One line of the ledger: one person, one campaign. The unique keys (campaign and contact, campaign and address) are what makes
/// « never twice » true, whatever the code above does. Written and changed by SQL in sets; read through <see cref="IDeliveryRepository"/>.
/// </summary>
internal sealed class Delivery : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid ContactId { get; private set; }

    public string NormalizedEmail { get; private set; } = "";

    public int ChunkNumber { get; private set; }

    public DeliveryState State { get; private set; }

    /// <summary>A localization key of ours, or the provider's words.</summary>
    public string? Reason { get; private set; }

    public Guid? AttemptId { get; private set; }

    public DateTime? LastChangeTime { get; private set; }

    public override object?[] GetKeys() => [CampaignId, ContactId];
}

internal enum ChunkState
{
    Ready = 0,
    Leased = 1,
    /// <summary>Handed over without an answer. Never repeated; waits for the resolver.</summary>
    InDoubt = 2,
    Done = 3,
    Cancelled = 4,
}

/// <summary>The order in which waiting batches go, whoever they belong to; inside a lane the spaces take turns.</summary>
internal enum DeliveryLane
{
    /// <summary>What people wait for or must get in time: the notice of an assembly.</summary>
    Transactional = 0,
    Moderation = 1,
    Discussion = 2,
    Newsletter = 3,
}

/// <summary>Recipients that are handed over in one call.</summary>
internal sealed class Chunk : Entity<Guid>, IMultiTenant
{
    private Chunk() { }

    public Chunk(Guid id, Guid campaignId, int number, int recipientCount, DeliveryLane lane) : base(id)
    {
        CampaignId = campaignId;
        Number = number;
        RecipientCount = recipientCount;
        Lane = lane;
    }

    public Guid? TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public int Number { get; private set; }

    public DeliveryLane Lane { get; private set; }

    public ChunkState State { get; private set; }

    /// <summary>Fence: every change by a worker names the number it leased under, so that a worker that was thought dead changes nothing.</summary>
    public int AttemptNumber { get; private set; }

    public DateTime? LeaseUntil { get; private set; }

    /// <summary>The provider asked to wait, or the last call failed.</summary>
    public DateTime? NotBefore { get; private set; }

    public int RecipientCount { get; private set; }
}

internal enum AttemptOutcome
{
    InFlight = 0,
    Accepted = 1,
    /// <summary>Certainly nothing was sent.</summary>
    NotAccepted = 2,
    InDoubt = 3,
}

/// <summary>One call to the provider. Committed before the call is made: after a crash it says that the call may have happened.</summary>
internal sealed class Attempt : Entity<Guid>, IMultiTenant
{
    private Attempt() { }

    public Attempt(Guid id, Guid campaignId, Guid chunkId, int number, string transport, string? batchId, DateTime? sendAt, DateTime now) : base(id)
    {
        CampaignId = campaignId;
        ChunkId = chunkId;
        Number = number;
        Transport = transport;
        BatchId = batchId;
        SendAt = sendAt;
        StartedTime = now;
    }

    public Guid? TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid ChunkId { get; private set; }

    public int Number { get; private set; }

    public string Transport { get; private set; } = "";

    public string? BatchId { get; private set; }

    public DateTime? SendAt { get; private set; }

    public DateTime StartedTime { get; private set; }

    public DateTime? EndedTime { get; private set; }

    /// <summary>How many of its people agreed to be counted; who, is not kept.</summary>
    public int MeasuredCount { get; init; }

    public AttemptOutcome Outcome { get; private set; }

    public int? HttpStatus { get; private set; }

    public string? ProviderMessageId { get; private set; }

    public string? Detail { get; private set; }

    /// <summary>The provider reported about it: proof that the whole call was accepted, unless it was to be cancelled since.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>The provider reported that somebody's server was spoken to: it has left, whatever was asked since.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>
    /// When we decided to cancel it at the provider, committed before the order: after a crash it says that the batch may be cancelled, so
    /// that its acceptance alone proves nothing any more.
    /// </summary>
    public DateTime? CancelRequestedTime { get; private set; }

    public bool IsProvenAccepted => HasLeft || (HasEvents && CancelRequestedTime is null);

    /// <summary>The order to cancel it may have got through, and nothing has left that would prove the contrary.</summary>
    public bool MayBeCancelled => CancelRequestedTime is not null && !HasLeft;

    public void End(AttemptOutcome outcome, int? httpStatus, string? providerMessageId, string? detail, DateTime now)
    {
        Outcome = outcome;
        HttpStatus = httpStatus;
        ProviderMessageId = providerMessageId;
        Detail = detail is { Length: > MaxDetailLength } ? detail[..MaxDetailLength] : detail;
        EndedTime = now;
    }

    public void SeenByProvider(bool hasLeft = false)
    {
        HasEvents = true;
        HasLeft |= hasLeft;
    }

    public void RequestCancel(DateTime now) => CancelRequestedTime ??= now;

    /// <summary>What a transport needs to ask about it.</summary>
    public AttemptReference ReferenceIn(Guid tenantId) => new(Id, tenantId, StartedTime, BatchId, SendAt, ProviderMessageId);

    public const int MaxDetailLength = 500;
}

/// <summary>When a space last had its turn, and until when the provider wants it to wait: the round-robin over spaces.</summary>
internal sealed class SendingTurn : Entity<Guid>, IMultiTenant
{
    private SendingTurn() { }

    /// <param name="id">The tenant's id.</param>
    public SendingTurn(Guid id) : base(id) { }

    public Guid? TenantId { get; private set; }

    public DateTime? LastTurnTime { get; private set; }

    public DateTime? NotBefore { get; private set; }
}

/// <summary>
/// A token bucket: how fast one space, one sending domain or one provider account may hand over. It holds one time instead of tokens: a batch
/// may go when that time has come, and moves it on by what the batch costs.
/// </summary>
internal sealed class SendingPace : Entity
{
    public const int MaxKeyLength = 200;

    private SendingPace() { }

    /// <summary><c>space:…</c>, <c>domain:…</c> or <c>provider:…</c>.</summary>
    public string Key { get; private set; } = "";

    public DateTime NextTime { get; private set; }

    public override object?[] GetKeys() => [Key];
}
