using CapaCitoyenne.Mailing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCorePaceRepository(IDbContextProvider<AbpDbContext> dbContextProvider) : IPaceRepository, ITransientDependency
{
    private const string Take =
        """
        INSERT INTO "MailingSendingPaces" ("Key", "NextTime") VALUES ({0}, {1})
        ON CONFLICT ("Key") DO UPDATE SET "NextTime" = excluded."NextTime" WHERE "MailingSendingPaces"."NextTime" <= {2}
        """;

    private const string Close =
        """
        INSERT INTO "MailingSendingPaces" ("Key", "NextTime") VALUES ({0}, {1})
        ON CONFLICT ("Key") DO UPDATE SET "NextTime" = excluded."NextTime" WHERE "MailingSendingPaces"."NextTime" < excluded."NextTime"
        """;

    public async Task<DateTime?> TakeAsync(IReadOnlyCollection<PaceCost> costs, DateTime now, CancellationToken cancellationToken = default)
    {
        var context = await dbContextProvider.GetDbContextAsync(cancellationToken);
        var keys = costs.Select(c => c.Key).ToList();
        if (await ClosedUntilAsync() is { } until) return until;

        // In one order, so that two workers never wait for each other.
        foreach (var cost in costs.Where(c => c.Time > TimeSpan.Zero).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (await context.Database.ExecuteSqlRawAsync(Take, [cost.Key, now + cost.Time, now], cancellationToken) == 0) return await ClosedUntilAsync() ?? now;
        }

        return null;

        Task<DateTime?> ClosedUntilAsync() => context.Set<SendingPace>().Where(p => keys.Contains(p.Key) && p.NextTime > now)
            .MaxAsync(p => (DateTime?)p.NextTime, cancellationToken);
    }

    public async Task CloseAsync(string key, DateTime until, CancellationToken cancellationToken = default)
        => await (await dbContextProvider.GetDbContextAsync(cancellationToken)).Database.ExecuteSqlRawAsync(Close, [key, until], cancellationToken);
}
