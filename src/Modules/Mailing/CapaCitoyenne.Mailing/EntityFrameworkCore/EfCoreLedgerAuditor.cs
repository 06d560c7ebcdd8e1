using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreLedgerAuditor(IDbContextProvider<AbpDbContext> dbContextProvider) : ILedgerAuditor, ITransientDependency
{
    private static readonly TimeSpan LongDoubt = TimeSpan.FromHours(1);

    public async Task<List<BrokenInvariant>> FindBrokenAsync(DateTime now, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var campaigns = context.Set<Campaign>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        var deliveries = context.Set<Delivery.Delivery>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        var chunks = context.Set<Chunk>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        var attempts = context.Set<Attempt>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        var broken = new List<BrokenInvariant>();

        await AddAsync("queued in a finished campaign", deliveries
            .Where(d => d.State == DeliveryState.Queued && campaigns.Any(c => c.Id == d.CampaignId && c.Status == CampaignStatus.Sent)).Select(d => d.CampaignId));
        await AddAsync("queued in a batch that is done", deliveries
            .Where(d => d.State == DeliveryState.Queued && chunks.Any(k => k.CampaignId == d.CampaignId && k.Number == d.ChunkNumber && k.State == ChunkState.Done))
            .Select(d => d.CampaignId));
        await AddAsync("recipients without a batch", deliveries
            .Where(d => !chunks.Any(k => k.CampaignId == d.CampaignId && k.Number == d.ChunkNumber)).Select(d => d.CampaignId));
        var before = now - LongDoubt;
        await AddAsync("in doubt for more than an hour", chunks
            .Where(k => k.State == ChunkState.InDoubt && attempts.Any(a => a.ChunkId == k.Id && a.Number == k.AttemptNumber && a.StartedTime < before))
            .Select(k => k.CampaignId));
        await AddAsync("ledger and campaign disagree on the number of recipients", campaigns
            .Where(c => c.Status == CampaignStatus.Sent && c.RecipientCount != deliveries.Count(d => d.CampaignId == c.Id)).Select(c => c.Id));
        return broken;

        async Task AddAsync(string name, IQueryable<Guid> rows)
        {
            var found = await rows.GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).OrderBy(f => f.Key).Take(100).ToListAsync(cancellationToken);
            broken.AddRange(found.Select(f => new BrokenInvariant(f.Key, name, f.Count)));
        }
    }
}
