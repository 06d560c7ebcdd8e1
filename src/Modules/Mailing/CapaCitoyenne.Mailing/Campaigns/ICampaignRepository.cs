namespace CapaCitoyenne.Mailing.Campaigns;

internal sealed record CampaignReference(Guid TenantId, Guid Id);

internal interface ICampaignRepository : IRepository<Campaign, Guid>
{
    /// <summary>Of all spaces: scheduled for now or earlier.</summary>
    Task<List<CampaignReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces; without welcome letters at work, which no round ends.</summary>
    Task<List<CampaignReference>> GetByStatusAsync(CampaignStatus status, CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: welcome letters that are at work.</summary>
    Task<List<CampaignReference>> GetWelcomingAsync(CancellationToken cancellationToken = default);

    /// <summary>Of all spaces: letters that have gone out (<see cref="Campaign.HasGoneOutAt"/>) and whose page is not kept yet.</summary>
    Task<List<CampaignReference>> GetWithoutPageAsync(DateTime now, int count, CancellationToken cancellationToken = default);

    Task<DateTime?> FindLastSentTimeAsync();

    /// <summary>Notes that a test was sent. That is no change of the letter: its stamp and who changed it last stay.</summary>
    Task RecordTestAsync(Guid id, DateTime now, CancellationToken cancellationToken = default);

    /// <summary>Newest first, without welcome letters. <paramref name="before"/>: the last of the page before.</summary>
    Task<List<Campaign>> GetPageAsync(CampaignStatus? status, Guid? before, int count, CancellationToken cancellationToken = default);
}
