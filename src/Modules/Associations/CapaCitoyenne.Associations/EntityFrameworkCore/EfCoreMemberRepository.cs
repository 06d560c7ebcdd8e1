using CapaCitoyenne.Associations.Members;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Associations.EntityFrameworkCore;

internal sealed class EfCoreMemberRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Member, Guid>(dbContextProvider), IMemberRepository, ITransientDependency
{
    public async Task<List<Member>> GetListOfUserAsync(Guid userId) =>
        await (await GetQueryableAsync()).IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(member => member.UserId == userId).ToListAsync();

    public async Task<List<Member>> GetPageAsync(int skipCount, int maxResultCount) =>
        await (await GetQueryableAsync()).OrderBy(member => member.CreationTime).ThenBy(member => member.Id).Skip(skipCount).Take(maxResultCount).ToListAsync();
}
