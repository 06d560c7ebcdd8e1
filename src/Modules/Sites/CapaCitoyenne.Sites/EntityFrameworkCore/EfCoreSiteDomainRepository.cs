using CapaCitoyenne.Sites.Domains;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreSiteDomainRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, SiteDomain, Guid>(dbContextProvider), ISiteDomainRepository, ITransientDependency
{
    public async Task<Dictionary<string, Guid>> GetOwnersAsync() => await Answering(await GetQueryableAsync())
        .Select(domain => new { domain.Name, domain.OwnerTenantId }).ToDictionaryAsync(domain => domain.Name, domain => domain.OwnerTenantId);

    public async Task<List<SiteDomain>> GetUncheckedAsync(DateTime since, int max) => await Answering(await GetQueryableAsync())
        .Where(domain => domain.CheckedTime < since).OrderBy(domain => domain.CheckedTime).Take(max).ToListAsync();

    public async Task<int> ForgetAsync(DateTime before) => await (await GetQueryableAsync())
        .Where(domain => (domain.State == SiteDomainState.Removed && domain.RemovedTime < before)
            || (domain.State == SiteDomainState.Pending && domain.CreationTime < before && (domain.RemovedTime == null || domain.RemovedTime < before)))
        .ExecuteDeleteAsync();

    private static IQueryable<SiteDomain> Answering(IQueryable<SiteDomain> domains)
        => domains.Where(domain => domain.State == SiteDomainState.Active || domain.State == SiteDomainState.ProofMissing);
}
