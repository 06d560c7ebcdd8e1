using CapaCitoyenne.Mailing.Archive;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal sealed class EfCoreLetterPageRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, LetterPage, Guid>(dbContextProvider), ILetterPageRepository, ITransientDependency
{
    public async Task<List<LetterPage>> GetPublicAsync(DateTime? before, int count)
    {
        var rows = (await GetDbSetAsync()).AsNoTracking().Where(page => page.IsPublic);
        if (before is { } time) rows = rows.Where(page => page.Time < time);
        return await rows.OrderByDescending(page => page.Time).Take(count).ToListAsync();
    }
}
