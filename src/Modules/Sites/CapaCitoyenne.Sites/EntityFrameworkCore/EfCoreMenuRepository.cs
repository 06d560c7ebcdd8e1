using CapaCitoyenne.Sites.Menus;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreMenuRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Menu, Guid>(dbContextProvider), IMenuRepository, ITransientDependency
{
    public async Task<Menu?> FindForChangeAsync()
    {
        await (await GetQueryableAsync()).ExecuteUpdateAsync(update => update.SetProperty(menu => menu.Json, menu => menu.Json));
        return await (await GetQueryableAsync()).FirstOrDefaultAsync();
    }
}
