using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>Each kind is read by its own index, a page of it at most; the newest of all are the page.</summary>
internal sealed class EfCoreContactHistoryRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IContactHistoryRepository, ITransientDependency
{
    /// <summary>Things that one contact may see at the very same instant (an import writes consent, list and contact at once).</summary>
    private const int MaxTies = 100;

    public async Task<List<ContactEvent>> GetPageAsync(IReadOnlyList<Guid> ledgerIds, HistoryCursor? before, int count, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var (id, until, take) = (ledgerIds[0], before?.Time ?? DateTime.MaxValue, count + MaxTies);
        var events = new List<ContactEvent>();

        var letters = await (from d in context.Set<Delivery.Delivery>()
                             join c in context.Set<Campaign>() on d.CampaignId equals c.Id
                             where ledgerIds.Contains(d.ContactId) && (d.LastChangeTime ?? c.CreationTime) <= until
                             orderby d.LastChangeTime ?? c.CreationTime descending
                             select new { d.CampaignId, d.ContactId, c.Subject, d.State, d.Reason, Time = d.LastChangeTime ?? c.CreationTime })
            .Take(take).ToListAsync(cancellationToken);
        events.AddRange(letters.Select(l => new ContactEvent(ContactEventKind.Letter, l.Time, $"5{l.CampaignId:N}{l.ContactId:N}")
        {
            Name = l.Subject, CampaignId = l.CampaignId, State = l.State.ToString(), Detail = l.Reason,
        }));

        // A person has a handful of consents and lists.
        foreach (var k in await context.Set<Consent>().AsNoTracking().Where(k => k.ContactId == id).ToListAsync(cancellationToken))
        {
            var given = new ContactEvent(ContactEventKind.ConsentGiven, k.GrantedTime, $"1{k.Id:N}") { Purpose = k.Purpose.ToString(), Method = k.Method.ToString(), Detail = k.Proof };
            if (k.WasGiven) events.Add(given);
            if (k.WithdrawnTime is { } end) events.Add(given with { Kind = ContactEventKind.ConsentWithdrawn, Time = end, Key = $"2{k.Id:N}", Detail = null });
        }

        var lists = await (from m in context.Set<ListMember>()
                           join l in context.Set<MailingList>() on m.ListId equals l.Id
                           where m.ContactId == id
                           select new { l.Id, l.Name, m.JoinedTime, m.LeftTime }).ToListAsync(cancellationToken);
        foreach (var m in lists)
        {
            events.Add(new ContactEvent(ContactEventKind.ListJoined, m.JoinedTime, $"3{m.Id:N}") { Name = m.Name });
            if (m.LeftTime is { } left) events.Add(new ContactEvent(ContactEventKind.ListLeft, left, $"4{m.Id:N}") { Name = m.Name });
        }

        var contact = await context.Set<Contact>().Where(c => c.Id == id).Select(c => new { c.CreationTime, c.Source }).FirstAsync(cancellationToken);
        events.Add(new ContactEvent(ContactEventKind.Added, contact.CreationTime, "0") { Name = contact.Source });

        return [.. events.OrderByDescending(e => e.Time).ThenByDescending(e => e.Key, StringComparer.Ordinal)
            .Where(e => before is null || e.Time < before.Time || (e.Time == before.Time && string.CompareOrdinal(e.Key, before.Key) < 0)).Take(count)];
    }
}
