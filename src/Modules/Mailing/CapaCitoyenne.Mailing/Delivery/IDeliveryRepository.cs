using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Delivery;

internal sealed record ChunkRecipient(Guid ContactId, string Email, string? FirstName, string? LastName);

internal sealed record StateCount(DeliveryState State, int Count);

/// <summary>News about one line of the ledger.</summary>
internal sealed record DeliveryUpdate(Guid CampaignId, Guid ContactId, Guid AttemptId, DeliveryNews News);

/// <summary>The ledger. All changes are made in sets, by state, so that they can be repeated without harm.</summary>
internal interface IDeliveryRepository
{
    /// <summary>Last look before the hand-over: marks who left, was suppressed or erased since the campaign was frozen.</summary>
    /// <returns>Whom the batch still has to be handed over for, as the same look saw them, in the order of their ids.</returns>
    Task<List<ChunkRecipient>> SkipUnwantedAsync(LastLook look, CancellationToken cancellationToken = default);

    /// <summary>Moves the recipients of a batch from one state to another; those named keep theirs.</summary>
    Task<int> MoveAsync(LedgerMove move, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default);

    /// <summary>Gives named recipients of a batch, still queued or in doubt, the answer that the provider gave for them.</summary>
    Task MarkAsync(LedgerMark mark, IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    /// <summary>Merges news, at most one of a recipient, in one statement; see <see cref="DeliveryMerge"/>.</summary>
    Task MergeAsync(IReadOnlyCollection<DeliveryUpdate> updates, CancellationToken cancellationToken = default);

    Task<int> CancelQueuedAsync(Guid campaignId, DateTime now, CancellationToken cancellationToken = default);

    Task<List<StateCount>> CountByStateAsync(Guid campaignId, CancellationToken cancellationToken = default);

    Task<Dictionary<Guid, List<StateCount>>> CountByStateAsync(IReadOnlyCollection<Guid> campaignIds, CancellationToken cancellationToken = default);

    /// <summary>In the order of the addresses, after <paramref name="afterEmail"/>.</summary>
    Task<List<Delivery>> GetPageAsync(Guid campaignId, DeliveryState? state, string? afterEmail, int count, CancellationToken cancellationToken = default);

    /// <summary>The addresses that these contacts were written to at, as far as they are still known.</summary>
    Task<List<string>> GetAddressesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default);

    /// <summary>Takes an erased person's address out of the ledgers.</summary>
    Task AnonymiseAsync(Guid contactId, CancellationToken cancellationToken = default);
}

/// <param name="ListIds">The letter's lists; empty = the whole address book.</param>
internal sealed record LastLook(Guid CampaignId, int ChunkNumber, ConsentPurpose Purpose, IReadOnlyList<Guid> ListIds, DateTime Now);

internal sealed record LedgerMove(Guid CampaignId, int ChunkNumber, DeliveryState From, DeliveryState To, DateTime Now)
{
    public string? Reason { get; init; }

    /// <summary>Written into the lines.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>Only lines that this attempt was about.</summary>
    public Guid? OfAttempt { get; init; }
}

internal sealed record LedgerMark(Guid CampaignId, DeliveryState State, string? Reason, Guid? AttemptId, DateTime Now);
