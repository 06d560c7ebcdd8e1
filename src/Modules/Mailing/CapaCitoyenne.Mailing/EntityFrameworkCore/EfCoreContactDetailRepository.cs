using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreContactDetailRepository(IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant, IClock clock)
    : IContactDetailRepository, ITransientDependency
{
    public async Task<ILookup<Guid, ContactTagDto>> GetTagsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var rows = await (from r in context.Set<TaggedContact>()
                          join t in context.Set<Tag>() on r.TagId equals t.Id
                          where contactIds.Contains(r.ContactId)
                          orderby t.NormalizedName
                          select new { r.ContactId, t.Id, t.Name }).ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.ContactId, r => new ContactTagDto(r.Id, r.Name));
    }

    public async Task<ILookup<Guid, FieldValue>> GetFieldsAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var rows = await (from v in context.Set<ContactFieldValue>()
                          join f in context.Set<ContactField>() on v.FieldId equals f.Id
                          where contactIds.Contains(v.ContactId)
                          select new { v.ContactId, f.Name, f.Type, v.Value }).ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.ContactId, r => new FieldValue(r.Name, r.Type, r.Value));
    }

    public async Task<Dictionary<Guid, long>> CountTaggedAsync(CancellationToken cancellationToken = default)
        => await (await dbContextProvider.GetDbContextAsync(cancellationToken)).Set<TaggedContact>()
            .GroupBy(r => r.TagId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);

    public async Task<List<Guid>> FindChangingAsync(ContactFilter filter, ContactAction action, Guid targetId, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var sql = new SqlStatement(context, "SELECT c.\"Id\" AS \"Value\" " + ContactSql.From);
        AddChanging(sql, filter, action, targetId);
        return await context.Database.SqlQueryRaw<Guid>(sql.Text, sql.Values).ToListAsync(cancellationToken);
    }

    public async Task<int> ApplyAsync(ContactFilter filter, ContactAction action, Guid targetId, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var sql = new SqlStatement(context, "");
        var target = sql.Param(targetId);
        switch (action)
        {
            case ContactAction.AddToList:
                sql.Add($"INSERT INTO \"MailingListMembers\" (\"ListId\", \"ContactId\", \"TenantId\", \"JoinedTime\") SELECT {target}, c.\"Id\", c.\"TenantId\", {sql.Param(clock.Now)} ");
                break;
            case ContactAction.AddTag:
                sql.Add($"INSERT INTO \"MailingTaggedContacts\" (\"TagId\", \"ContactId\", \"TenantId\") SELECT {target}, c.\"Id\", c.\"TenantId\" ");
                break;
            case ContactAction.RemoveFromList:
                sql.Add($"DELETE FROM \"MailingListMembers\" WHERE \"LeftTime\" IS NULL AND \"ListId\" = {target} AND \"ContactId\" IN (SELECT c.\"Id\" ");
                break;
            default:
                sql.Add($"DELETE FROM \"MailingTaggedContacts\" WHERE \"TagId\" = {target} AND \"ContactId\" IN (SELECT c.\"Id\" ");
                break;
        }

        sql.Add(ContactSql.From);
        AddChanging(sql, filter, action, targetId);
        sql.Add(action is ContactAction.AddToList or ContactAction.AddTag ? " ON CONFLICT DO NOTHING" : ")");
        return await context.Database.ExecuteSqlRawAsync(sql.Text, sql.Values, cancellationToken);
    }

    /// <summary>The filter, and not yet as it shall be. Who left a list has a row in it, and so is passed over.</summary>
    private void AddChanging(SqlStatement sql, ContactFilter filter, ContactAction action, Guid targetId)
    {
        ContactSql.AddFilter(sql, currentTenant.Id ?? Guid.Empty, filter, clock.Now);
        var target = sql.Param(targetId);
        var row = action is ContactAction.AddToList or ContactAction.RemoveFromList
            ? $"EXISTS (SELECT 1 FROM \"MailingListMembers\" r WHERE r.\"ContactId\" = c.\"Id\" AND r.\"ListId\" = {target}{(action == ContactAction.RemoveFromList ? " AND r.\"LeftTime\" IS NULL" : "")})"
            : $"EXISTS (SELECT 1 FROM \"MailingTaggedContacts\" r WHERE r.\"ContactId\" = c.\"Id\" AND r.\"TagId\" = {target})";
        sql.Add($" AND {(action is ContactAction.AddToList or ContactAction.AddTag ? "NOT " : "")}{row}");
    }
}
