using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreContactImportRepository(IDbContextProvider<AbpDbContext> dbContextProvider, ICurrentTenant currentTenant)
    : EfCoreRepository<AbpDbContext, ContactImport, Guid>(dbContextProvider), IContactImportRepository, ITransientDependency
{
    public async Task<ImportKnowledge> LookUpAsync(IReadOnlyCollection<ImportLine> lines, IReadOnlyCollection<Guid> fieldIds, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var tenantId = currentTenant.Id;
        var emails = lines.Select(l => l.Email!.Normalized).ToList();
        var keys = lines.Select(l => l.Email!.Key).ToList();
        var contacts = await context.Set<Contact>().Where(c => emails.Contains(c.NormalizedEmail))
            .Select(c => new KnownContact(c.Id, c.NormalizedEmail, c.FirstName, c.LastName, c.Language, c.Notes))
            .ToDictionaryAsync(c => c.NormalizedEmail, cancellationToken);
        var suppressed = await context.Set<Suppression>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(s => keys.Contains(s.EmailKey) && (s.TenantId == tenantId || s.TenantId == null))
            .Select(s => s.EmailKey).ToListAsync(cancellationToken);
        var ids = contacts.Values.Select(c => c.Id).ToList();
        var consents = ids.Count == 0 ? [] : await context.Set<Consent>().Where(k => ids.Contains(k.ContactId) && k.Purpose != ConsentPurpose.Measurement)
            .Select(k => new { k.ContactId, k.Purpose, IsActive = k.WithdrawnTime == null }).ToListAsync(cancellationToken);
        var values = ids.Count == 0 || fieldIds.Count == 0 ? [] : await context.Set<ContactFieldValue>()
            .Where(v => ids.Contains(v.ContactId) && fieldIds.Contains(v.FieldId)).Select(v => new { v.ContactId, v.FieldId }).ToListAsync(cancellationToken);
        return new ImportKnowledge(contacts, [.. suppressed], consents.ToLookup(k => k.ContactId, k => new ConsentMark(k.Purpose, k.IsActive)),
            [.. values.Select(v => (v.ContactId, v.FieldId))]);
    }

    public async Task WriteAsync(ImportBatch batch, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var stamps = new Dictionary<string, object?>
        {
            [nameof(Contact.TenantId)] = currentTenant.Id, [nameof(Contact.CreationTime)] = batch.Now, [nameof(Contact.CreatorId)] = null,
        };
        await BulkInserter.InsertAsync(context, batch.New, stamps, cancellationToken);
        await BulkInserter.InsertAsync(context, batch.Consents, stamps, cancellationToken);
        await BulkInserter.InsertAsync(context, batch.Values, stamps, cancellationToken);
        await BulkInserter.InsertAsync(context, await NewTagsAsync(context, batch, cancellationToken), stamps, cancellationToken);
        await BulkInserter.InsertAsync(context, batch.Suppressions, stamps, cancellationToken);
        await BulkInserter.InsertAsync(context, batch.Refused, stamps, cancellationToken);
        if (batch.ListId is { } listId)
            await BulkInserter.InsertAsync(context, await NewMembersAsync(context, listId, batch, cancellationToken), stamps, cancellationToken);
        await EnrichAsync(context, batch, cancellationToken);
        if (batch.Present.Count > 0)
        {
            await context.Set<Contact>().Where(c => batch.Present.Contains(c.Id) && c.Status == ContactStatus.Unconfirmed)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Active), cancellationToken);
        }

        await LeaveAsync(context, batch, cancellationToken);
    }

    public async Task RefreshStatisticsAsync(CancellationToken cancellationToken = default)
    {
        var database = (await GetDbContextAsync(cancellationToken)).Database;
        if (database.IsPostgreSql()) await database.ExecuteSqlRawAsync("""ANALYZE "MailingContacts", "MailingConsents", "MailingListMembers" """, cancellationToken);
    }

    public async Task<List<ImportReference>> GetForgettableAsync(DateTime before, int count, CancellationToken cancellationToken = default)
        => await (await GetDbSetAsync()).IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(i => i.CreationTime < before && i.ForgottenTime == null)
            .OrderBy(i => i.CreationTime).Take(count).Select(i => new ImportReference(i.TenantId!.Value, i.Id)).ToListAsync(cancellationToken);

    public async Task ClearRefusedLinesAsync(Guid importId, CancellationToken cancellationToken = default)
        => await (await GetDbContextAsync(cancellationToken)).Set<RefusedLine>().Where(l => l.ImportId == importId).ExecuteDeleteAsync(cancellationToken);

    private static async Task<List<ListMember>> NewMembersAsync(AbpDbContext context, Guid listId, ImportBatch batch, CancellationToken cancellationToken)
    {
        var fresh = batch.New.Select(c => c.Id).ToHashSet();
        var known = batch.Members.Where(id => !fresh.Contains(id)).ToList();
        var already = known.Count == 0 ? [] : await context.Set<ListMember>().Where(m => m.ListId == listId && known.Contains(m.ContactId))
            .Select(m => m.ContactId).ToListAsync(cancellationToken);
        return [.. batch.Members.Except(already).Select(id => new ListMember(listId, id, batch.Now))];
    }

    private static async Task<List<TaggedContact>> NewTagsAsync(AbpDbContext context, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Tagged.Count == 0) return [];
        var fresh = batch.New.Select(c => c.Id).ToHashSet();
        var known = batch.Tagged.Select(t => t.ContactId).Where(id => !fresh.Contains(id)).Distinct().ToList();
        var already = known.Count == 0 ? [] : await context.Set<TaggedContact>().Where(t => known.Contains(t.ContactId))
            .Select(t => new { t.TagId, t.ContactId }).ToListAsync(cancellationToken);
        return [.. batch.Tagged.Except(already.Select(t => (t.TagId, t.ContactId))).Select(t => new TaggedContact(t.TagId, t.ContactId))];
    }

    private static async Task EnrichAsync(AbpDbContext context, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Enriched.Count == 0) return;
        var ids = batch.Enriched.Select(e => e.Id).ToList();
        var contacts = await context.Set<Contact>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var (id, line) in batch.Enriched)
        {
            var contact = contacts[id];
            contact.SetNames(contact.FirstName ?? line.FirstName, contact.LastName ?? line.LastName);
            contact.SetDetails(contact.Language ?? line.Language, contact.Notes ?? line.Notes);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task LeaveAsync(AbpDbContext context, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Dead.Count > 0)
            await context.Set<Contact>().Where(c => batch.Dead.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Suppressed), cancellationToken);
        if (batch.Left.Count == 0) return;
        await context.Set<Consent>().Where(k => batch.Left.Contains(k.ContactId) && k.WithdrawnTime == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.WithdrawnTime, batch.Now), cancellationToken);
        await context.Set<Contact>().Where(c => batch.Left.Contains(c.Id) && c.Status != ContactStatus.Suppressed)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Unsubscribed), cancellationToken);
    }
}
