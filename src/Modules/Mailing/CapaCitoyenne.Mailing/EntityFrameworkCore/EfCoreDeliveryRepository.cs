using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreDeliveryRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IDeliveryRepository, ITransientDependency
{
    public async Task<int> SkipUnwantedAsync(
        Guid campaignId, int chunkNumber, ConsentPurpose purpose, DateTime now, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        var contacts = context.Set<Contact>();
        var consents = context.Set<Consent>();
        var suppressions = context.Set<Suppression>().IgnoreQueryFilters([AbpDbContext.TenantFilter]);

        var count = await SkipAsync(Queued(context, campaignId, chunkNumber).Where(d => !contacts.Any(c => c.Id == d.ContactId)), "Mailing:Reason:Erased");
        count += await SkipAsync(
            Queued(context, campaignId, chunkNumber).Where(d => contacts.Any(c => c.Id == d.ContactId
                && suppressions.Any(s => s.EmailKey == c.EmailKey && (s.TenantId == c.TenantId || s.TenantId == null)))),
            "Mailing:Reason:Suppressed");
        if (purpose == ConsentPurpose.Statutory) return count;
        return count + await SkipAsync(
            Queued(context, campaignId, chunkNumber).Where(d => !consents.Any(k => k.ContactId == d.ContactId && k.Purpose == purpose && k.WithdrawnTime == null)),
            "Mailing:Reason:Unsubscribed");

        Task<int> SkipAsync(IQueryable<Delivery.Delivery> unwanted, string reason) => unwanted.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, DeliveryState.Skipped).SetProperty(d => d.Reason, reason).SetProperty(d => d.LastChangeTime, now), cancellationToken);
    }

    public async Task<List<ChunkRecipient>> GetQueuedAsync(Guid campaignId, int chunkNumber, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        return await (from d in Queued(context, campaignId, chunkNumber)
                      join c in context.Set<Contact>() on d.ContactId equals c.Id
                      orderby d.ContactId
                      select new ChunkRecipient(c.Id, c.Email, c.FirstName, c.LastName)).ToListAsync(cancellationToken);
    }

    public async Task<int> MoveAsync(LedgerMove move, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default)
    {
        var rows = OfChunk(await ContextAsync(cancellationToken), move.CampaignId, move.ChunkNumber).Where(d => d.State == move.From);
        if (except is { Count: > 0 }) rows = rows.Where(d => !except.Contains(d.ContactId));
        return await rows.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, move.To).SetProperty(d => d.Reason, move.Reason).SetProperty(d => d.AttemptId, move.AttemptId)
                .SetProperty(d => d.LastChangeTime, move.Now),
            cancellationToken);
    }

    public async Task MarkAsync(Guid campaignId, Guid contactId, DeliveryState state, string? reason, DateTime now, CancellationToken cancellationToken = default)
    {
        reason = Shorten(reason);
        await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>()
            .Where(d => d.CampaignId == campaignId && d.ContactId == contactId && (d.State == DeliveryState.Queued || d.State == DeliveryState.InDoubt))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, state).SetProperty(d => d.Reason, reason).SetProperty(d => d.LastChangeTime, now), cancellationToken);
    }

    public async Task<List<Guid>> MergeAsync(IReadOnlyCollection<DeliveryUpdate> updates, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        var changed = new List<Guid>();
        foreach (var group in updates.GroupBy(u => (u.CampaignId, u.News.State, Reason: Shorten(u.News.Reason))))
        {
            foreach (var part in group.DistinctBy(u => u.ContactId).Chunk(500))
            {
                var (campaignId, state, reason) = group.Key;
                var ids = part.Select(u => u.ContactId).ToList();
                var time = part.Min(u => u.News.Time);
                // The same order as DeliveryMerge.Wins, in SQL: a higher rank, over a state that is not a certain « never sent ».
                var losers = context.Set<Delivery.Delivery>().Where(d => d.CampaignId == campaignId && ids.Contains(d.ContactId)
                    && d.State < state && d.State < DeliveryMerge.FirstNeverSent);
                changed.AddRange(await losers.Select(d => d.ContactId).ToListAsync(cancellationToken));
                await losers.ExecuteUpdateAsync(
                    s => s.SetProperty(d => d.State, state).SetProperty(d => d.Reason, reason).SetProperty(d => d.LastChangeTime, time), cancellationToken);
            }
        }

        return changed;
    }

    public async Task<int> CancelQueuedAsync(Guid campaignId, DateTime now, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        // A batch that a worker holds is under way: it ends.
        var free = context.Set<Chunk>().Where(k => k.CampaignId == campaignId && k.State == ChunkState.Cancelled).Select(k => k.Number);
        return await context.Set<Delivery.Delivery>()
            .Where(d => d.CampaignId == campaignId && d.State == DeliveryState.Queued && free.Contains(d.ChunkNumber))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.LastChangeTime, now), cancellationToken);
    }

    public async Task<List<StateCount>> CountByStateAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => (await CountByStateAsync([campaignId], cancellationToken)).GetValueOrDefault(campaignId) ?? [];

    public async Task<Dictionary<Guid, List<StateCount>>> CountByStateAsync(IReadOnlyCollection<Guid> campaignIds, CancellationToken cancellationToken = default)
    {
        var rows = await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>().Where(d => campaignIds.Contains(d.CampaignId))
            .GroupBy(d => new { d.CampaignId, d.State })
            .Select(g => new { g.Key.CampaignId, g.Key.State, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.CampaignId).ToDictionary(g => g.Key, g => g.Select(r => new StateCount(r.State, r.Count)).ToList());
    }

    public async Task<List<Delivery.Delivery>> GetPageAsync(
        Guid campaignId, DeliveryState? state, string? afterEmail, int count, CancellationToken cancellationToken = default)
    {
        var rows = (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>().AsNoTracking().Where(d => d.CampaignId == campaignId);
        if (state is { } wanted) rows = rows.Where(d => d.State == wanted);
        if (afterEmail is not null) rows = rows.Where(d => d.NormalizedEmail.CompareTo(afterEmail) > 0);
        return await rows.OrderBy(d => d.NormalizedEmail).Take(count).ToListAsync(cancellationToken);
    }

    public async Task AnonymiseAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        var erased = $"{contactId:N}@erased.invalid";
        await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>().Where(d => d.ContactId == contactId)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.NormalizedEmail, erased), cancellationToken);
    }

    private Task<AbpDbContext> ContextAsync(CancellationToken cancellationToken) => dbContextProvider.GetDbContextAsync(cancellationToken);

    private static IQueryable<Delivery.Delivery> OfChunk(AbpDbContext context, Guid campaignId, int chunkNumber)
        => context.Set<Delivery.Delivery>().Where(d => d.CampaignId == campaignId && d.ChunkNumber == chunkNumber);

    private static IQueryable<Delivery.Delivery> Queued(AbpDbContext context, Guid campaignId, int chunkNumber)
        => OfChunk(context, campaignId, chunkNumber).Where(d => d.State == DeliveryState.Queued);

    private static string? Shorten(string? reason)
        => reason is { Length: > CampaignConsts.MaxReasonLength } ? reason[..CampaignConsts.MaxReasonLength] : reason;
}
