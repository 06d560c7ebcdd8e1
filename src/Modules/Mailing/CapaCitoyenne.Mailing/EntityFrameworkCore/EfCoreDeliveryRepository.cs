using System.Globalization;
using System.Text.Json;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Lists;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreDeliveryRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IDeliveryRepository, ITransientDependency
{
    private const string Erased = "@erased.invalid";

    // The same order as DeliveryMerge.Wins: a higher rank, over a state that is not a certain « never sent ».
    private const string Merge =
        """
        UPDATE "MailingDeliveries" AS d SET "State" = n."State", "Reason" = CASE WHEN d."NormalizedEmail" LIKE '%@erased.invalid' THEN NULL ELSE n."Reason" END, "AttemptId" = n."AttemptId", "LastChangeTime" = n."Time" FROM @NEWS
        WHERE d."CampaignId" = n."CampaignId" AND d."ContactId" = n."ContactId" AND d."State" < n."State" AND d."State" < 90
        """;

    private const string PostgreSqlNews =
        """
        json_to_recordset({0}::json) AS n("CampaignId" uuid, "ContactId" uuid, "AttemptId" uuid, "State" int, "Reason" text, "Time" timestamptz)
        """;

    private const string SqliteNews =
        """
        (SELECT value ->> 'CampaignId' AS "CampaignId", value ->> 'ContactId' AS "ContactId", value ->> 'AttemptId' AS "AttemptId",
            value ->> 'State' AS "State", value ->> 'Reason' AS "Reason", value ->> 'Time' AS "Time" FROM json_each({0})) AS n
        """;

    public async Task<List<ChunkRecipient>> SkipUnwantedAsync(LastLook look, CancellationToken cancellationToken = default)
    {
        var (now, purpose, listIds) = (look.Now, look.Purpose, look.ListIds);
        var context = await ContextAsync(cancellationToken);
        var consents = context.Set<Consent>();
        var members = context.Set<ListMember>();
        var suppressions = context.Set<Suppression>();
        var isStatutory = purpose == ConsentPurpose.Statutory;
        var isOfLists = listIds.Count > 0;

        // People and reasons in one look: who is erased after it is in the call, and counts as written to rightly. Without an order: for one in SQL,
        // SQLite takes the index that has it, and reads the whole campaign for each batch.
        var query = from d in Queued(context, look.CampaignId, look.ChunkNumber)
                    join c in context.Set<Contact>() on d.ContactId equals c.Id into found
                    from c in found.DefaultIfEmpty()
                    select new
                    {
                        Person = new ChunkRecipient(d.ContactId, c.Email, c.FirstName, c.LastName),
                        Reason = c == null ? "Mailing:Reason:Erased"
                            : suppressions.Any(s => s.EmailKey == c.EmailKey && (s.TenantId == c.TenantId || s.TenantId == null)) ? "Mailing:Reason:Suppressed"
                            : c.Status == ContactStatus.Unconfirmed ? "Mailing:Reason:Unconfirmed"
                            : isStatutory ? null
                            : c.PausedUntil > now ? "Mailing:Reason:Paused"
                            : !consents.Any(k => k.ContactId == d.ContactId && k.Purpose == purpose && k.WithdrawnTime == null) ? "Mailing:Reason:Unsubscribed"
                            : isOfLists && !members.Any(m => m.ContactId == d.ContactId && m.LeftTime == null && listIds.Contains(m.ListId)) ? "Mailing:Reason:LeftList"
                            : null,
                    };
        var looked = await query.ToListAsync(cancellationToken);
        foreach (var unwanted in looked.Where(x => x.Reason is not null).GroupBy(x => x.Reason, x => x.Person.ContactId))
        {
            var ids = unwanted.ToList();
            await Queued(context, look.CampaignId, look.ChunkNumber).Where(d => ids.Contains(d.ContactId)).ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, DeliveryState.Skipped).SetProperty(d => d.Reason, unwanted.Key).SetProperty(d => d.LastChangeTime, now), cancellationToken);
        }

        return [.. looked.Where(x => x.Reason is null).Select(x => x.Person).OrderBy(r => r.ContactId)];
    }

    public async Task<int> MoveAsync(LedgerMove move, IReadOnlyCollection<Guid>? except = null, CancellationToken cancellationToken = default)
    {
        var rows = OfChunk(await ContextAsync(cancellationToken), move.CampaignId, move.ChunkNumber).Where(d => d.State == move.From);
        if (move.OfAttempt is { } attemptId) rows = rows.Where(d => d.AttemptId == attemptId);
        if (except is { Count: > 0 }) rows = rows.Where(d => !except.Contains(d.ContactId));
        return await rows.ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, move.To).SetProperty(d => d.Reason, move.Reason).SetProperty(d => d.AttemptId, move.AttemptId)
                .SetProperty(d => d.LastChangeTime, move.Now),
            cancellationToken);
    }

    public async Task MarkAsync(LedgerMark mark, IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
    {
        var reason = Shorten(mark.Reason);
        await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>()
            .Where(d => d.CampaignId == mark.CampaignId && contactIds.Contains(d.ContactId) && (d.State == DeliveryState.Queued || d.State == DeliveryState.InDoubt))
            .ExecuteUpdateAsync(
                s => s.SetProperty(d => d.State, mark.State).SetProperty(d => d.Reason, reason).SetProperty(d => d.AttemptId, mark.AttemptId)
                    .SetProperty(d => d.LastChangeTime, mark.Now),
                cancellationToken);
    }

    public async Task MergeAsync(IReadOnlyCollection<DeliveryUpdate> updates, CancellationToken cancellationToken = default)
    {
        if (updates.Count == 0) return;
        var context = await ContextAsync(cancellationToken);
        var isPostgreSql = context.Database.IsPostgreSql();
        var rows = updates.Select(u => new NewsRow(
            Text(u.CampaignId), Text(u.ContactId), Text(u.AttemptId), (int)u.News.State, Shorten(u.News.Reason),
            u.News.Time.ToString(isPostgreSql ? "O" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)));
        await context.Database.ExecuteSqlRawAsync(
            Merge.Replace("@NEWS", isPostgreSql ? PostgreSqlNews : SqliteNews, StringComparison.Ordinal), [JsonSerializer.Serialize(rows)], cancellationToken);
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

    public async Task<List<string>> GetAddressesAsync(IReadOnlyCollection<Guid> contactIds, CancellationToken cancellationToken = default)
        => contactIds.Count == 0 ? [] : await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>()
            .Where(d => contactIds.Contains(d.ContactId) && !d.NormalizedEmail.EndsWith(Erased)).Select(d => d.NormalizedEmail).Distinct().ToListAsync(cancellationToken);

    public async Task AnonymiseAsync(Guid contactId, CancellationToken cancellationToken = default)
    {
        var erased = $"{contactId:N}{Erased}";
        // Servers name the address in their answers; our own codes name nobody.
        await (await ContextAsync(cancellationToken)).Set<Delivery.Delivery>().Where(d => d.ContactId == contactId)
            .ExecuteUpdateAsync(
                s => s.SetProperty(d => d.NormalizedEmail, erased)
                    .SetProperty(d => d.Reason, d => EF.Functions.Like(d.Reason!, "Mailing:%") && !EF.Functions.Like(d.Reason!, "%|%") ? d.Reason : null),
                cancellationToken);
    }

    private Task<AbpDbContext> ContextAsync(CancellationToken cancellationToken) => dbContextProvider.GetDbContextAsync(cancellationToken);

    /// <summary>
    /// The campaign says whose they are. With the space as a second condition on each table, databases that know nothing of a young table yet take the
    /// index of all contacts of the space, once for each batch: 10,000 letters took PostgreSQL 25 s, instead of one.
    /// </summary>
    private static IQueryable<Delivery.Delivery> OfChunk(AbpDbContext context, Guid campaignId, int chunkNumber)
        => context.Set<Delivery.Delivery>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(d => d.CampaignId == campaignId && d.ChunkNumber == chunkNumber);

    private static IQueryable<Delivery.Delivery> Queued(AbpDbContext context, Guid campaignId, int chunkNumber)
        => OfChunk(context, campaignId, chunkNumber).Where(d => d.State == DeliveryState.Queued);

    /// <summary>As SQLite keeps it; PostgreSQL reads any.</summary>
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>One line of the array that the statement reads as a table.</summary>
    private sealed record NewsRow(string CampaignId, string ContactId, string AttemptId, int State, string? Reason, string Time);

    private static string? Shorten(string? reason)
        => reason is { Length: > CampaignConsts.MaxReasonLength } ? reason[..CampaignConsts.MaxReasonLength] : reason;
}
