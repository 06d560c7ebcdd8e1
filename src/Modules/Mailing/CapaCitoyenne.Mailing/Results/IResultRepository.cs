using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Results;

/// <summary>A line of the ledger with the name that the address book has for it now.</summary>
internal sealed record LedgerLine(
    Guid ContactId, string Email, string? FirstName, string? LastName, DeliveryState State, string? Reason, DateTime? LastChangeTime);

/// <param name="States">Null = all.</param>
/// <param name="Filter">Beginning of an address, a first name or a last name.</param>
internal sealed record LedgerQuery(Guid CampaignId, IReadOnlyCollection<DeliveryState>? States, string? Filter, string? AfterEmail, int Count);

internal sealed record ReasonCount(DeliveryState State, string? Reason, int Count);

/// <summary>Questions to the ledger that only the results ask.</summary>
internal interface IResultRepository
{
    /// <summary>In the order of the addresses.</summary>
    Task<List<LedgerLine>> GetPageAsync(LedgerQuery query, CancellationToken cancellationToken = default);

    /// <summary>The most frequent reasons of the states that are not good news, at most 500.</summary>
    Task<List<ReasonCount>> GetReasonsAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>When the first recipient left the state « waiting ».</summary>
    Task<DateTime?> FindFirstTimeAsync(Guid campaignId, CancellationToken cancellationToken = default);

    /// <summary>Whether a letter to this contact ever came back or was refused for its address.</summary>
    Task<bool> HasFailedAsync(Guid contactId, CancellationToken cancellationToken = default);
}
