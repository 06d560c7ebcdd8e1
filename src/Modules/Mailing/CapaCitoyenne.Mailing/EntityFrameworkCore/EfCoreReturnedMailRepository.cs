using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreReturnedMailRepository(IDbContextProvider<AbpDbContext> dbContextProvider, IGuidGenerator guidGenerator)
    : IReturnedMailRepository, ITransientDependency
{
    public async Task SuppressAsync(IReadOnlyCollection<Guid> contactIds, SuppressionReason reason, DateTime now, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return;
        var context = await ContextAsync(cancellationToken);
        var keys = await context.Set<Contact>().Where(c => contactIds.Contains(c.Id)).Select(c => c.EmailKey).ToListAsync(cancellationToken);
        await AddMissingAsync(context, keys, reason, now, cancellationToken);
        await context.Set<Contact>().Where(c => contactIds.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Suppressed), cancellationToken);
    }

    public async Task WithdrawAsync(IReadOnlyCollection<Guid> contactIds, DateTime now, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return;
        var context = await ContextAsync(cancellationToken);
        await context.Set<Consent>().Where(k => contactIds.Contains(k.ContactId) && k.WithdrawnTime == null)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.WithdrawnTime, now), cancellationToken);
        await context.Set<Contact>().Where(c => contactIds.Contains(c.Id) && c.Status == ContactStatus.Active)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Status, ContactStatus.Unsubscribed), cancellationToken);
    }

    public async Task<List<Guid>> CountSoftBouncesAsync(IReadOnlyCollection<SoftBounceNews> news, DateTime now, CancellationToken cancellationToken = default)
    {
        if (news.Count == 0) return [];
        var context = await ContextAsync(cancellationToken);
        var ids = news.Select(n => n.ContactId).Distinct().ToList();
        // Who was erased since has no row to hang a bounce on.
        var people = await context.Set<Contact>().Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        var known = await context.Set<SoftBounce>().Where(b => ids.Contains(b.ContactId)).Select(b => new SoftBounceNews(b.ContactId, b.Day)).ToListAsync(cancellationToken);
        context.AddRange(news.Except(known).Where(n => people.Contains(n.ContactId)).Select(n => new SoftBounce(n.ContactId, n.Day)));
        await context.SaveChangesAsync(cancellationToken);

        var since = DateOnly.FromDateTime(now).AddDays(-ReturnedMail.SoftBounceMemoryDays);
        return await context.Set<SoftBounce>().Where(b => ids.Contains(b.ContactId) && b.Day >= since).GroupBy(b => b.ContactId)
            .Where(g => g.Count() >= ReturnedMail.MaxSoftBounceDays).Select(g => g.Key).ToListAsync(cancellationToken);
    }

    public async Task ForgetSoftBouncesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        if (contactIds.Count == 0) return;
        await (await ContextAsync(cancellationToken)).Set<SoftBounce>().Where(b => contactIds.Contains(b.ContactId)).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task SuppressOnHubAsync(IReadOnlyCollection<string> emails, DateTime now, CancellationToken cancellationToken = default)
    {
        if (emails.Count == 0) return;
        var keys = emails.Select(e => EmailAddress.TryParse(e, out var address) ? address.Key : (Guid?)null).OfType<Guid>().ToList();
        await AddMissingAsync(await ContextAsync(cancellationToken), keys, SuppressionReason.Complaint, now, cancellationToken);
    }

    private async Task AddMissingAsync(AbpDbContext context, List<Guid> keys, SuppressionReason reason, DateTime now, CancellationToken cancellationToken)
    {
        var known = await context.Set<Suppression>().Where(s => keys.Contains(s.EmailKey)).Select(s => s.EmailKey).ToListAsync(cancellationToken);
        context.AddRange(keys.Distinct().Except(known).Select(key => new Suppression(guidGenerator.Create(), key, reason, now)));
        await context.SaveChangesAsync(cancellationToken);
    }

    private Task<AbpDbContext> ContextAsync(CancellationToken cancellationToken) => dbContextProvider.GetDbContextAsync(cancellationToken);
}
