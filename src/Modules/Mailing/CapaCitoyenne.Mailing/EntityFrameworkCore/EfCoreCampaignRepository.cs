using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreCampaignRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Campaign, Guid>(dbContextProvider), ICampaignRepository, ITransientDependency
{
    public async Task<List<CampaignReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default)
        => await References(await GetDbSetAsync()).Where(c => c.Status == CampaignStatus.Scheduled && c.ScheduledTime <= now).OrderBy(c => c.ScheduledTime)
            .Select(c => new CampaignReference(c.TenantId!.Value, c.Id)).ToListAsync(cancellationToken);

    public async Task<List<CampaignReference>> GetByStatusAsync(CampaignStatus status, CancellationToken cancellationToken = default)
        => await References(await GetDbSetAsync()).Where(c => c.Status == status && (c.Kind != CampaignKind.Welcome || status != CampaignStatus.Sending)).OrderBy(c => c.ScheduledTime)
            .Select(c => new CampaignReference(c.TenantId!.Value, c.Id)).ToListAsync(cancellationToken);

    public async Task<List<CampaignReference>> GetWelcomingAsync(CancellationToken cancellationToken = default)
        => await References(await GetDbSetAsync()).Where(c => c.Kind == CampaignKind.Welcome && c.Status == CampaignStatus.Sending).OrderBy(c => c.Id)
            .Select(c => new CampaignReference(c.TenantId!.Value, c.Id)).ToListAsync(cancellationToken);

    public async Task<List<CampaignReference>> GetWithoutPageAsync(DateTime now, int count, CancellationToken cancellationToken = default)
    {
        // As Campaign.HasGoneOutAt says it.
        var heldSince = now - SendGridTransport.CancelMargin;
        var pages = (await GetDbContextAsync(cancellationToken)).Set<LetterPage>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        return await References(await GetDbSetAsync())
            .Where(c => c.Status == CampaignStatus.Sent && (c.RecallableUntil == null || c.RecallableUntil <= heldSince) && !pages.Any(page => page.Id == c.Id))
            .OrderBy(c => c.Id).Take(count)
            .Select(c => new CampaignReference(c.TenantId!.Value, c.Id)).ToListAsync(cancellationToken);
    }

    public async Task<DateTime?> FindLastSentTimeAsync()
        => await (await GetDbSetAsync()).Where(c => c.Status == CampaignStatus.Sent && c.Kind != CampaignKind.Welcome).MaxAsync(c => c.SentTime);

    public async Task RecordTestAsync(Guid id, DateTime now, CancellationToken cancellationToken = default)
        => await (await GetDbSetAsync()).Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastTestTime, now), cancellationToken);

    public async Task<List<Campaign>> GetPageAsync(CampaignStatus? status, Guid? before, int count, CancellationToken cancellationToken = default)
    {
        var rows = (await GetDbSetAsync()).AsNoTracking().Where(c => c.Kind != CampaignKind.Welcome);
        if (status is { } wanted) rows = rows.Where(c => c.Status == wanted);
        // Ids are made in the order of time.
        if (before is { } id) rows = rows.Where(c => c.Id.CompareTo(id) < 0);
        return await rows.OrderByDescending(c => c.Id).Take(count).ToListAsync(cancellationToken);
    }

    private static IQueryable<Campaign> References(DbSet<Campaign> set) => set.IgnoreQueryFilters([AbpDbContext.TenantFilter]);
}
