using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreContactRepository(IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant, IClock clock)
    : EfCoreRepository<AbpDbContext, Contact, Guid>(dbContextProvider), IContactRepository, ITransientDependency
{
    public async Task<List<Contact>> GetPageAsync(ContactQuery query, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var sql = new SqlStatement(context, "SELECT c.* " + ContactSql.From);
        ContactSql.AddFilter(sql, currentTenant.Id ?? Guid.Empty, query.Filter, clock.Now);
        AddPage(sql, query);
        // The statement names the space itself; without the filter it runs as it is written, and in its order.
        return await context.Set<Contact>().FromSqlRaw(sql.Text, sql.Values)
            .IgnoreQueryFilters([AbpDbContext.TenantFilter]).AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task<ContactCountDto> CountAsync(ContactFilter filter, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var sql = new SqlStatement(context, "SELECT COUNT(*) AS \"Value\" FROM (SELECT 1 AS \"One\" " + ContactSql.From) { IsCount = true };
        ContactSql.AddFilter(sql, currentTenant.Id ?? Guid.Empty, filter, clock.Now);
        sql.Add($" LIMIT {ContactConsts.MaxExactCount + 1}) x");
        var count = (int)await context.Database.SqlQueryRaw<long>(sql.Text, sql.Values).SingleAsync(cancellationToken);
        return new ContactCountDto(Math.Min(count, ContactConsts.MaxExactCount), count > ContactConsts.MaxExactCount);
    }

    public async Task<Contact?> FindByLinkAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken) is { } contact) return contact;
        var into = await (await GetDbContextAsync(cancellationToken)).Set<MergedContact>().Where(m => m.Id == id).Select(m => m.ContactId).FirstOrDefaultAsync(cancellationToken);
        return into == Guid.Empty ? null : await FindAsync(into, cancellationToken);
    }

    public async Task<int> DeleteNeverConfirmedAsync(DateTime before, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var members = context.Set<ListMember>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        var tagged = context.Set<TaggedContact>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);
        return await context.Set<Contact>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(c => c.Status == ContactStatus.Unconfirmed && c.Source == ContactSources.Form && c.ConfirmationSentTime < before && c.LastModifierId == null
                && !members.Any(m => m.ContactId == c.Id) && !tagged.Any(t => t.ContactId == c.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<List<Guid>> GetLedgerIdsAsync(Guid id, CancellationToken cancellationToken = default)
        => [id, .. await (await GetDbContextAsync(cancellationToken)).Set<MergedContact>().Where(m => m.ContactId == id).Select(m => m.Id).ToListAsync(cancellationToken)];

    public async Task<List<Contact>> GetNamesakesAsync(int names, CancellationToken cancellationToken = default)
    {
        var contacts = (await GetDbContextAsync(cancellationToken)).Set<Contact>();
        var doubles = contacts.Where(c => c.SearchLastName != "" && c.SearchFirstName != "")
            .GroupBy(c => new { c.SearchLastName, c.SearchFirstName }).Where(g => g.Count() > 1)
            .OrderBy(g => g.Key.SearchLastName).ThenBy(g => g.Key.SearchFirstName).Select(g => new { g.Key.SearchLastName, g.Key.SearchFirstName }).Take(names);
        return await (from c in contacts
                      join d in doubles on new { c.SearchLastName, c.SearchFirstName } equals new { d.SearchLastName, d.SearchFirstName }
                      orderby c.SearchLastName, c.SearchFirstName, c.NormalizedEmail
                      select c).Take(names * 5).AsNoTracking().ToListAsync(cancellationToken);
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
        => await (await SuppressionsAsync(emailKey, cancellationToken)).AnyAsync(cancellationToken);

    public async Task<bool> HasComplainedAsync(Guid emailKey, DateTime? since, CancellationToken cancellationToken = default)
        => await (await SuppressionsAsync(emailKey, cancellationToken)).AnyAsync(s => s.Reason == SuppressionReason.Complaint && s.Time > since, cancellationToken);

    public async Task LiftSuppressionAsync(Guid emailKey, CancellationToken cancellationToken = default)
        => await (await SuppressionsAsync(emailKey, cancellationToken)).ExecuteDeleteAsync(cancellationToken);

    /// <summary>In this space and on the hub.</summary>
    private async Task<IQueryable<Suppression>> SuppressionsAsync(Guid emailKey, CancellationToken cancellationToken)
    {
        var tenantId = currentTenant.Id;
        return (await GetDbContextAsync(cancellationToken)).Set<Suppression>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(s => s.EmailKey == emailKey && (s.TenantId == tenantId || s.TenantId == null));
    }

    private static void AddPage(SqlStatement sql, ContactQuery query)
    {
        switch (query.Sort, query.After)
        {
            case (ContactSort.Name, { } after):
                sql.Add($" AND (c.\"SearchLastName\", c.\"NormalizedEmail\") > ({sql.Param(after.Key)}, {sql.Param(after.Email)})");
                break;
            case (ContactSort.Newest, { } after):
                sql.Add($" AND c.\"Id\" < {sql.Param(after.Id)}");
                break;
            case (_, { } after):
                sql.Add($" AND c.\"NormalizedEmail\" > {sql.Param(after.Email)}");
                break;
        }

        sql.Add(query.Sort switch
        {
            ContactSort.Name => " ORDER BY c.\"SearchLastName\", c.\"NormalizedEmail\"",
            // Their ids are made in the order of time (UUID version 7).
            ContactSort.Newest => " ORDER BY c.\"Id\" DESC",
            _ => " ORDER BY c.\"NormalizedEmail\"",
        });
        sql.Add($" LIMIT {sql.Param(query.Count)}");
    }
}
