using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreAttemptFinder(IDbContextProvider<AbpDbContext> dbContextProvider) : IAttemptFinder, ITransientDependency
{
    public async Task<Dictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default)
        => await (await dbContextProvider.GetDbContextAsync(cancellationToken)).Set<Attempt>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(a => ids.Contains(a.Id)).Select(a => new AttemptInfo(a.Id, a.TenantId!.Value, a.CampaignId, a.Outcome, a.CancelRequestedTime != null && !a.HasLeft))
            .ToDictionaryAsync(a => a.Id, cancellationToken);

    public async Task MarkSeenAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> left, CancellationToken cancellationToken = default)
    {
        var attempts = (await dbContextProvider.GetDbContextAsync(cancellationToken)).Set<Attempt>();
        await attempts.Where(a => ids.Contains(a.Id) && a.Outcome != AttemptOutcome.NotAccepted)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.HasEvents, true), cancellationToken);
        await attempts.Where(a => left.Contains(a.Id) && a.Outcome != AttemptOutcome.NotAccepted && !a.HasLeft)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.HasLeft, true), cancellationToken);
    }
}
