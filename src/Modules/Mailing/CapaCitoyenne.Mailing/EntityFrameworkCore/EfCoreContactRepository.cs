using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreContactRepository(IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant)
    : EfCoreRepository<AbpDbContext, Contact, Guid>(dbContextProvider), IContactRepository, ITransientDependency
{
    public async Task<List<Contact>> GetPageAsync(ContactQuery query, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var rows = context.Set<Contact>().AsNoTracking();
        if (query.ListId is { } listId) rows = rows.Where(c => context.Set<ListMember>().Any(m => m.ListId == listId && m.ContactId == c.Id && m.LeftTime == null));
        if (query.Status is { } status) rows = rows.Where(c => c.Status == status);
        foreach (var word in SearchText.Of(query.Filter).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            rows = rows.Where(c => c.NormalizedEmail.StartsWith(word) || c.SearchFirstName.StartsWith(word) || c.SearchLastName.StartsWith(word));
        }

        if (query.AfterEmail is { } after) rows = rows.Where(c => c.NormalizedEmail.CompareTo(after) > 0);
        return await rows.OrderBy(c => c.NormalizedEmail).Take(query.Count).ToListAsync(cancellationToken);
    }

    public async Task<ILookup<Guid, ContactListDto>> GetListsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var rows = await (from m in context.Set<ListMember>()
                          join l in context.Set<MailingList>() on m.ListId equals l.Id
                          where contactIds.Contains(m.ContactId) && m.LeftTime == null
                          orderby l.NormalizedName
                          select new { m.ContactId, l.Id, l.Name }).ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.ContactId, r => new ContactListDto(r.Id, r.Name));
    }

    public async Task<bool> IsSuppressedAsync(Guid emailKey, CancellationToken cancellationToken = default)
    {
        var tenantId = currentTenant.Id;
        return await (await GetDbContextAsync(cancellationToken)).Set<Suppression>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .AnyAsync(s => s.EmailKey == emailKey && (s.TenantId == tenantId || s.TenantId == null), cancellationToken);
    }

    public async Task LiftSuppressionAsync(Guid emailKey, CancellationToken cancellationToken = default)
        => await (await GetDbContextAsync(cancellationToken)).Set<Suppression>().Where(s => s.EmailKey == emailKey).ExecuteDeleteAsync(cancellationToken);
}
