using CapaCitoyenne.Sites.Pages;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreRevisionRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Revision, Guid>(dbContextProvider), IRevisionRepository, ITransientDependency
{
    public async Task<List<RevisionSummary>> GetSummariesAsync(Guid publicationId) => await (await GetQueryableAsync())
        .Where(revision => revision.PublicationId == publicationId).OrderByDescending(revision => revision.Number)
        .Select(revision => new RevisionSummary(revision.Number, revision.Title, revision.CreationTime, revision.CreatorId, revision.WasPublished))
        .ToListAsync();

    public async Task PruneAsync(Guid publicationId, int upToNumber)
    {
        if (upToNumber <= 0) return;
        await (await GetQueryableAsync())
            .Where(revision => revision.PublicationId == publicationId && revision.Number <= upToNumber && !revision.WasPublished).ExecuteDeleteAsync();
    }
}
