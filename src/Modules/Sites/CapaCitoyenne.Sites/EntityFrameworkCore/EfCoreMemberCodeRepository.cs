using CapaCitoyenne.Sites.Members;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreMemberCodeRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, MemberCode, Guid>(dbContextProvider), IMemberCodeRepository, ITransientDependency
{
    public async Task<Guid?> TakeAsync(string hash, DateTime now)
    {
        var good = (await GetQueryableAsync()).Where(code => code.Hash == hash && code.ExpiryTime > now);
        var userId = await good.Select(code => (Guid?)code.UserId).FirstOrDefaultAsync();
        return userId is not null && await good.ExecuteDeleteAsync() == 1 ? userId : null;
    }

    public async Task DeleteExpiredAsync(DateTime now) => await (await GetQueryableAsync()).Where(code => code.ExpiryTime <= now).ExecuteDeleteAsync();
}
