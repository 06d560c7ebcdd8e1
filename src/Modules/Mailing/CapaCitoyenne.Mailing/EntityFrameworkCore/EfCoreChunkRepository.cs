using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>
/// The queue in SQL. On PostgreSQL workers pass over rows that another one is taking; on SQLite the single writer puts them in line.
/// </summary>
internal sealed class EfCoreChunkRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IChunkRepository, ITransientDependency
{
    private const string SkipLocked = "FOR UPDATE OF k SKIP LOCKED";

    // A campaign is asked for in a set of its own: joined to each chunk, SQLite would read past the whole letter for its status.
    private const string Lease =
        """
        UPDATE "MailingChunks" SET "State" = 1, "AttemptNumber" = "AttemptNumber" + 1, "LeaseUntil" = {0}
        WHERE "Id" = (
            SELECT k."Id" FROM "MailingChunks" k
            LEFT JOIN "MailingSendingTurns" t ON t."Id" = k."TenantId"
            WHERE k."State" = 0 AND k."CampaignId" IN (SELECT g."Id" FROM "MailingCampaigns" g WHERE g."Status" = 3)
                AND (k."NotBefore" IS NULL OR k."NotBefore" <= {1}) AND (t."NotBefore" IS NULL OR t."NotBefore" <= {1})
            ORDER BY k."Lane", CASE WHEN t."LastTurnTime" IS NULL THEN 0 ELSE 1 END, t."LastTurnTime", k."CampaignId", k."Number"
            LIMIT 1 @LOCK)
        RETURNING "Id", "TenantId", "CampaignId", "Number", "AttemptNumber", "RecipientCount"
        """;

    private const string TakeTurn =
        """
        INSERT INTO "MailingSendingTurns" ("Id", "TenantId", "LastTurnTime") VALUES ({0}, {0}, {1})
        ON CONFLICT ("Id") DO UPDATE SET "LastTurnTime" = excluded."LastTurnTime"
        """;

    private const string Delay =
        """
        INSERT INTO "MailingSendingTurns" ("Id", "TenantId", "NotBefore") VALUES ({0}, {0}, {1})
        ON CONFLICT ("Id") DO UPDATE SET "NotBefore" = excluded."NotBefore"
        """;

    private const string Hold = """SELECT "Id" AS "Value" FROM "MailingCampaigns" WHERE "Id" = {0} FOR UPDATE SKIP LOCKED""";

    public async Task<LeasedChunk?> LeaseNextAsync(DateTime now, DateTime leaseUntil, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        var sql = Lease.Replace("@LOCK", context.Database.IsPostgreSql() ? SkipLocked : "", StringComparison.Ordinal);
        var rows = await context.Database.SqlQueryRaw<LeasedChunk>(sql, leaseUntil, now).ToListAsync(cancellationToken);
        if (rows.Count == 0) return null;
        await context.Database.ExecuteSqlRawAsync(TakeTurn, [rows[0].TenantId, now], cancellationToken);
        return rows[0];
    }

    public async Task<bool> MoveAsync(LeasedChunk chunk, ChunkState from, ChunkState to, DateTime? notBefore = null, CancellationToken cancellationToken = default)
        => await Fenced(await ContextAsync(cancellationToken), chunk).Where(k => k.State == from)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.State, to).SetProperty(k => k.NotBefore, notBefore).SetProperty(k => k.LeaseUntil, (DateTime?)null), cancellationToken) == 1;

    public async Task<bool> RenewAsync(LeasedChunk chunk, DateTime leaseUntil, CancellationToken cancellationToken = default)
        => await Fenced(await ContextAsync(cancellationToken), chunk).Where(k => k.State == ChunkState.Leased)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.LeaseUntil, leaseUntil), cancellationToken) == 1;

    public async Task<bool> TakeOverAsync(LeasedChunk chunk, ChunkState to, DateTime now, CancellationToken cancellationToken = default)
        => await Fenced(await ContextAsync(cancellationToken), chunk).Where(k => k.State == ChunkState.Leased && k.LeaseUntil < now)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.State, to).SetProperty(k => k.NotBefore, (DateTime?)null).SetProperty(k => k.LeaseUntil, (DateTime?)null), cancellationToken) == 1;

    public async Task<List<UnsettledChunk>> GetUnsettledAsync(DateTime now, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Set<Chunk>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(k => k.State == ChunkState.InDoubt || k.State == ChunkState.Leased && k.LeaseUntil < now)
            .OrderBy(k => k.Id).Take(1000)
            .Select(k => new UnsettledChunk(new LeasedChunk(k.Id, k.TenantId!.Value, k.CampaignId, k.Number, k.AttemptNumber, k.RecipientCount), k.State))
            .ToListAsync(cancellationToken);

    public async Task DelaySpaceAsync(Guid tenantId, DateTime notBefore, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Database.ExecuteSqlRawAsync(Delay, [tenantId, notBefore], cancellationToken);

    public async Task<bool> SplitAsync(LeasedChunk chunk, Guid newChunkId, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        var queued = context.Set<Delivery.Delivery>()
            .Where(d => d.CampaignId == chunk.CampaignId && d.ChunkNumber == chunk.Number && d.State == DeliveryState.Queued);
        var ids = await queued.OrderBy(d => d.ContactId).Select(d => d.ContactId).ToListAsync(cancellationToken);
        if (ids.Count < 2) return false;

        var number = await context.Set<Chunk>().Where(k => k.CampaignId == chunk.CampaignId).MaxAsync(k => k.Number, cancellationToken) + 1;
        var half = ids.Skip(ids.Count / 2).ToList();
        var first = half[0];
        await queued.Where(d => d.ContactId.CompareTo(first) >= 0).ExecuteUpdateAsync(s => s.SetProperty(d => d.ChunkNumber, number), cancellationToken);
        var lane = await Fenced(context, chunk).Select(k => k.Lane).FirstAsync(cancellationToken);
        context.Add(new Chunk(newChunkId, chunk.CampaignId, number, half.Count, lane));
        await context.SaveChangesAsync(cancellationToken);
        await Fenced(context, chunk).ExecuteUpdateAsync(s => s.SetProperty(k => k.RecipientCount, ids.Count - half.Count), cancellationToken);
        // A welcome letter goes on writing batches down while others of it leave: the number is taken.
        await context.Set<Campaign>().Where(c => c.Id == chunk.CampaignId && c.ChunkCount < number)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.ChunkCount, number), cancellationToken);
        return true;
    }

    public async Task CancelReadyAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Set<Chunk>().Where(k => k.CampaignId == campaignId && k.State == ChunkState.Ready)
            .ExecuteUpdateAsync(s => s.SetProperty(k => k.State, ChunkState.Cancelled), cancellationToken);

    public async Task<List<CampaignReference>> GetCancelledWithReadyAsync(CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        return await context.Set<Campaign>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(c => c.Status == CampaignStatus.Cancelled && context.Set<Chunk>().Any(k => k.CampaignId == c.Id && k.State == ChunkState.Ready))
            .Select(c => new CampaignReference(c.TenantId!.Value, c.Id)).ToListAsync(cancellationToken);
    }

    public async Task<bool> AnyOpenAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Set<Chunk>().AnyAsync(
            k => k.CampaignId == campaignId && (k.State == ChunkState.Ready || k.State == ChunkState.Leased || k.State == ChunkState.InDoubt), cancellationToken);

    public async Task<bool> HoldCampaignAsync(Guid campaignId, CancellationToken cancellationToken = default)
    {
        var context = await ContextAsync(cancellationToken);
        // SQLite has one writer: whoever is in a transaction holds everything.
        return !context.Database.IsPostgreSql() || (await context.Database.SqlQueryRaw<Guid>(Hold, campaignId).ToListAsync(cancellationToken)).Count == 1;
    }

    public async Task<DateTime?> GetLastSendAtAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Set<Attempt>().Where(a => a.CampaignId == campaignId && a.Outcome == AttemptOutcome.Accepted)
            .MaxAsync(a => a.SendAt, cancellationToken);

    public Task<List<RecallableAttempt>> GetRecallableAsync(DateTime earliest, int count, CancellationToken cancellationToken = default)
        => TakeAcceptedOfCancelledAsync(attempts => attempts.Where(a => a.CancelRequestedTime == null && a.SendAt >= earliest), count, cancellationToken);

    public Task<List<RecallableAttempt>> GetUnansweredCancelsAsync(int count, CancellationToken cancellationToken = default)
        => TakeAcceptedOfCancelledAsync(attempts => attempts.Where(a => a.CancelRequestedTime != null && !a.HasLeft), count, cancellationToken);

    private async Task<List<RecallableAttempt>> TakeAcceptedOfCancelledAsync(Func<IQueryable<Attempt>, IQueryable<Attempt>> which, int count, CancellationToken cancellationToken)
    {
        var context = await ContextAsync(cancellationToken);
        return await (from a in which(context.Set<Attempt>().IgnoreQueryFilters([AbpDbContext.TenantFilter]))
                      join g in context.Set<Campaign>().IgnoreQueryFilters([AbpDbContext.TenantFilter]) on a.CampaignId equals g.Id
                      join k in context.Set<Chunk>().IgnoreQueryFilters([AbpDbContext.TenantFilter]) on a.ChunkId equals k.Id
                      where g.Status == CampaignStatus.Cancelled && a.Outcome == AttemptOutcome.Accepted && a.BatchId != null
                      orderby a.SendAt, a.Id
                      select new RecallableAttempt(a.Id, a.TenantId!.Value, a.CampaignId, k.Number, a.Transport)).Take(count).ToListAsync(cancellationToken);
    }

    public async Task<int> CountPendingCancelsAsync(DateTime now, CancellationToken cancellationToken = default)
        => await (await ContextAsync(cancellationToken)).Set<Attempt>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .CountAsync(a => a.CancelRequestedTime != null && a.SendAt > now, cancellationToken);

    private Task<AbpDbContext> ContextAsync(CancellationToken cancellationToken) => dbContextProvider.GetDbContextAsync(cancellationToken);

    private static IQueryable<Chunk> Fenced(AbpDbContext context, LeasedChunk chunk)
        => context.Set<Chunk>().Where(k => k.Id == chunk.Id && k.AttemptNumber == chunk.AttemptNumber);
}
