using CapaCitoyenne.Mailing.Automation;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreDigestRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Digest, Guid>(dbContextProvider), IDigestRepository, ITransientDependency
{
    public async Task<List<DigestReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default)
        => await (await GetDbSetAsync()).IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(digest => !digest.IsPaused && digest.NextTime <= now).OrderBy(digest => digest.NextTime)
            .Select(digest => new DigestReference(digest.TenantId!.Value, digest.Id)).ToListAsync(cancellationToken);
}
