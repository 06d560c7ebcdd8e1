using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Results;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreResultRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IResultRepository, ITransientDependency
{
    private const int MaxReasons = 500;

    private static readonly DeliveryState[] NotGoodNews =
    [
        DeliveryState.InDoubt, DeliveryState.Deferred, DeliveryState.Blocked, DeliveryState.Dropped, DeliveryState.Bounced, DeliveryState.Complained,
        DeliveryState.Skipped, DeliveryState.Refused,
    ];

    public async Task<List<LedgerLine>> GetPageAsync(LedgerQuery query, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var lines = context.Set<Delivery.Delivery>().AsNoTracking().Where(d => d.CampaignId == query.CampaignId);
        if (query.States is { Count: > 0 } states) lines = lines.Where(d => states.Contains(d.State));
        if (query.AfterEmail is { } after) lines = lines.Where(d => d.NormalizedEmail.CompareTo(after) > 0);
        var joined = from d in lines
                     join c in context.Set<Contact>() on d.ContactId equals c.Id into known
                     from c in known.DefaultIfEmpty()
                     select new { Delivery = d, Contact = c };
        if (!string.IsNullOrWhiteSpace(query.Filter))
        {
            var (address, name) = (query.Filter.Trim().ToLowerInvariant(), SearchText.Of(query.Filter));
            joined = joined.Where(x => x.Delivery.NormalizedEmail.StartsWith(address)
                || (x.Contact != null && (x.Contact.SearchFirstName.StartsWith(name) || x.Contact.SearchLastName.StartsWith(name))));
        }

        return await joined.OrderBy(x => x.Delivery.NormalizedEmail).Take(query.Count)
            .Select(x => new LedgerLine(
                x.Delivery.ContactId, x.Delivery.NormalizedEmail, x.Contact == null ? null : x.Contact.FirstName, x.Contact == null ? null : x.Contact.LastName,
                x.Delivery.State, x.Delivery.Reason, x.Delivery.LastChangeTime))
            .ToListAsync(cancellationToken);
    }

    public async Task<List<ReasonCount>> GetReasonsAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var rows = await context.Set<Delivery.Delivery>().Where(d => d.CampaignId == campaignId && NotGoodNews.Contains(d.State))
            .GroupBy(d => new { d.State, d.Reason }).Select(g => new { g.Key.State, g.Key.Reason, Count = g.Count() })
            .OrderByDescending(r => r.Count).Take(MaxReasons).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ReasonCount(r.State, r.Reason, r.Count))];
    }

    public async Task<DateTime?> FindFirstTimeAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        return await context.Set<Delivery.Attempt>().Where(a => a.CampaignId == campaignId).MinAsync(a => (DateTime?)a.StartedTime, cancellationToken);
    }

    public async Task<bool> HasFailedAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        return await context.Set<Delivery.Delivery>().AnyAsync(
            d => d.ContactId == contactId && (d.State == DeliveryState.Bounced || d.State == DeliveryState.Refused || d.State == DeliveryState.Dropped), cancellationToken);
    }
}
