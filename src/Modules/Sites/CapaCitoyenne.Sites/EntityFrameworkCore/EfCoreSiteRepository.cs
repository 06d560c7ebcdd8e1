using CapaCitoyenne.Sites.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreSiteRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Site, Guid>(dbContextProvider), ISiteRepository, ITransientDependency
{
    public async Task BumpVersionAsync()
        => await (await GetQueryableAsync()).ExecuteUpdateAsync(update => update.SetProperty(site => site.Version, site => site.Version + 1));

    public async Task<SiteVersion?> FindVersionAsync()
        => await (await GetQueryableAsync()).Select(site => new SiteVersion(site.Version, site.PrimaryDomain)).FirstOrDefaultAsync();

    public async Task SetPrimaryDomainAsync(string? domain) => await (await GetQueryableAsync())
        .ExecuteUpdateAsync(update => update.SetProperty(site => site.PrimaryDomain, domain).SetProperty(site => site.Version, site => site.Version + 1));
}
