using System.Globalization;
using System.Text;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Measurement;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreLetterCounterRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, LetterCounter, Guid>(dbContextProvider), ILetterCounterRepository, ITransientDependency
{
    private const int Batch = 200;

    public async Task<List<Guid>> GetAgreeingAsync(Guid campaignId, int chunkNumber, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        return await (from d in context.Set<Delivery.Delivery>()
                      join k in context.Set<Consent>() on d.ContactId equals k.ContactId
                      where d.CampaignId == campaignId && d.ChunkNumber == chunkNumber && d.State == DeliveryState.Queued
                          && k.Purpose == ConsentPurpose.Measurement && k.WithdrawnTime == null
                      select d.ContactId).Distinct().ToListAsync(cancellationToken);
    }

    public async Task<int> CountPeopleAsync(Guid campaignId, CancellationToken cancellationToken = default)
        => await (await GetDbContextAsync(cancellationToken)).Set<Attempt>().Where(a => a.CampaignId == campaignId && a.Outcome == AttemptOutcome.Accepted)
            .SumAsync(a => a.MeasuredCount, cancellationToken);

    // The same statement on both databases, which name the columns of VALUES alike; several processes may count the same link at once.
    public async Task AddAsync(IReadOnlyCollection<KeyValuePair<Guid, int>> counts)
    {
        var database = (await GetDbContextAsync()).Database;
        foreach (var batch in counts.Chunk(Batch))
        {
            var sql = new StringBuilder("""UPDATE "MailingLetterCounters" AS c SET "Count" = c."Count" + v.column2 FROM (VALUES """);
            var values = new List<object>(batch.Length * 2);
            foreach (var (id, count) in batch)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{(values.Count == 0 ? "" : ", ")}({{{values.Count}}}, {{{values.Count + 1}}})");
                values.AddRange([id, count]);
            }

            sql.Append(""") AS v WHERE c."Id" = v.column1""");
            await database.ExecuteSqlRawAsync(sql.ToString(), values);
        }
    }
}
