using CapaCitoyenne.Sites.Pages;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreRevisionRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Revision, Guid>(dbContextProvider), IRevisionRepository, ITransientDependency
{
    public async Task<List<RevisionSummary>> GetSummariesAsync(Guid publicationId) => await (await GetQueryableAsync())
        .Where(revision => revision.PublicationId == publicationId).OrderByDescending(revision => revision.Number)
        .Select(revision => new RevisionSummary(revision.Number, revision.Title, revision.ChangeTime ?? revision.CreationTime, revision.CreatorId, revision.WasPublished))
        .ToListAsync();

    public async Task DeleteOfAsync(Guid[] publicationIds)
        => await (await GetQueryableAsync()).Where(revision => publicationIds.Contains(revision.PublicationId)).ExecuteDeleteAsync();

    public async Task<Revision?> FindLatestAsync(Guid publicationId) => await (await GetQueryableAsync())
        .Where(revision => revision.PublicationId == publicationId).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync();

    public async Task PruneAsync(Guid publicationId, int[] numbers)
    {
        if (numbers.Length == 0) return;
        await (await GetQueryableAsync())
            .Where(revision => revision.PublicationId == publicationId && numbers.Contains(revision.Number) && !revision.WasPublished).ExecuteDeleteAsync();
    }
}
