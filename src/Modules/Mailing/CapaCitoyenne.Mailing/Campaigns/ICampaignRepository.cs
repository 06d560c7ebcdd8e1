namespace CapaCitoyenne.Mailing.Campaigns;

internal sealed record CampaignReference(Guid TenantId, Guid Id);

internal interface ICampaignRepository : IRepository<Campaign, Guid>
{
    /// <summary>Of all spaces: scheduled for now or earlier.</summary>
    Task<List<CampaignReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces.</summary>
    Task<List<CampaignReference>> GetByStatusAsync(CampaignStatus status, CancellationToken cancellationToken = default);

    /// <summary>Newest first. <paramref name="before"/>: the last of the page before.</summary>
    Task<List<Campaign>> GetPageAsync(CampaignStatus? status, Guid? before, int count, CancellationToken cancellationToken = default);
}
