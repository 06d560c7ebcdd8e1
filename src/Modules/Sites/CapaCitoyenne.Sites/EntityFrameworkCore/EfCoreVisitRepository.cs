using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Statistics;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreVisitRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, VisitCount, Guid>(dbContextProvider), IVisitRepository, ITransientDependency
{
    private const int Batch = 150;

    // The same statement on both databases; several processes may count the same page at once.
    public async Task AddAsync(IReadOnlyList<VisitCount> counts)
    {
        var database = (await GetDbContextAsync()).Database;
        foreach (var batch in counts.Chunk(Batch))
        {
            var sql = new StringBuilder("""INSERT INTO "SitesVisits" ("Id", "TenantId", "Day", "Kind", "Key", "Count") VALUES """);
            var values = new List<object>(batch.Length * 6);
            foreach (var count in batch)
            {
                sql.Append(values.Count == 0 ? "(" : ", (");
                for (var i = 0; i < 6; i++) sql.Append(i == 0 ? "{" : ", {").Append((values.Count + i).ToString(CultureInfo.InvariantCulture)).Append('}');
                sql.Append(')');
                values.AddRange([count.Id, count.TenantId!.Value, count.Day, (int)count.Kind, count.Key, count.Count]);
            }
            sql.Append(""" ON CONFLICT ("TenantId", "Day", "Kind", "Key") DO UPDATE SET "Count" = "SitesVisits"."Count" + excluded."Count" """);
            await database.ExecuteSqlRawAsync(sql.ToString(), values);
        }
    }

    public async Task<Dictionary<DateOnly, int>> GetDaysAsync(DateOnly from) => await (await GetQueryableAsync())
        .Where(visit => visit.Kind == VisitKind.Page && visit.Day >= from).GroupBy(visit => visit.Day)
        .Select(group => new { group.Key, Count = group.Sum(visit => visit.Count) }).ToDictionaryAsync(group => group.Key, group => group.Count);

    public async Task<List<(string Key, int Count)>> GetTopAsync(VisitKind kind, DateOnly from, int atLeast, int max) => (await (await GetQueryableAsync())
        .Where(visit => visit.Kind == kind && visit.Day >= from).GroupBy(visit => visit.Key)
        .Select(group => new { group.Key, Count = group.Sum(visit => visit.Count) })
        .Where(group => group.Count >= atLeast).OrderByDescending(group => group.Count).ThenBy(group => group.Key).Take(max).ToListAsync())
        .ConvertAll(group => (group.Key, group.Count));

    // Of all spaces, by day: nobody's rows are read.
    public async Task<int> ForgetAsync(DateOnly before)
        => await (await GetDbContextAsync()).Database.ExecuteSqlAsync($"""DELETE FROM "SitesVisits" WHERE "Day" < {before}""");
}
