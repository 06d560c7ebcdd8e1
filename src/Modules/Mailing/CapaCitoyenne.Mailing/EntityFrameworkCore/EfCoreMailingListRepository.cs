using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreMailingListRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IMailingListRepository, ITransientDependency
{
    public async Task<Dictionary<Guid, long>> CountMembersAsync(CancellationToken cancellationToken = default)
        => await (await dbContextProvider.GetDbContextAsync(cancellationToken)).Set<ListMember>().Where(m => m.LeftTime == null)
            .GroupBy(m => m.ListId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);

    public async Task AddAsync(Guid listId, IReadOnlyCollection<Guid> contactIds, DateTime now, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var missing = await context.Set<Contact>().Where(c => contactIds.Contains(c.Id))
            .Where(c => !context.Set<ListMember>().Any(m => m.ListId == listId && m.ContactId == c.Id))
            .Select(c => c.Id).ToListAsync(cancellationToken);
        context.AddRange(missing.Select(id => new ListMember(listId, id, now)));
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(Guid listId, IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
        => await (await dbContextProvider.GetDbContextAsync(cancellationToken)).Set<ListMember>()
            .Where(m => m.ListId == listId && contactIds.Contains(m.ContactId) && m.LeftTime == null).ExecuteDeleteAsync(cancellationToken);
}
