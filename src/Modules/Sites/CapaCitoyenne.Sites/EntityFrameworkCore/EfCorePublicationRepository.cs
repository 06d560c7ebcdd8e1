using CapaCitoyenne.Sites.Pages;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal abstract class EfCorePublicationRepository<T>(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, T, Guid>(dbContextProvider), IPublicationRepository<T> where T : Publication
{
    private const int MaxDue = 100;
    private const int MaxTrash = 500;

    public async Task<T> GetForChangeAsync(Guid id)
    {
        // The one lock that both databases have: an update that changes nothing.
        await (await GetQueryableAsync()).Where(publication => publication.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(publication => publication.Revision, publication => publication.Revision));
        return await GetAsync(id);
    }

    public async Task<List<DueChange>> GetDueAsync(DateTime now) => await (await GetQueryableAsync())
        .Where(publication => publication.NextChangeTime != null && publication.NextChangeTime <= now).OrderBy(publication => publication.NextChangeTime)
        .Take(MaxDue).Select(publication => new DueChange(publication.Id, publication.NextChangeTime!.Value)).ToListAsync();

    public async Task<bool> TakeAsync(DueChange change) => await (await GetQueryableAsync())
        .Where(publication => publication.Id == change.Id && publication.NextChangeTime == change.Time)
        .ExecuteUpdateAsync(update => update.SetProperty(publication => publication.NextChangeTime, (DateTime?)null)) == 1;

    public async Task<List<TrashSummary>> GetTrashAsync() => await (await TrashAsync())
        .OrderByDescending(publication => publication.DeletionTime).Take(MaxTrash)
        .Select(publication => new TrashSummary(
            publication.Id, publication.Title, publication.Slug, publication.PublishedRevision != null, publication.DeletionTime ?? publication.LastSavedTime))
        .ToListAsync();

    public async Task<T> GetFromTrashAsync(Guid id)
        => await (await TrashAsync()).FirstOrDefaultAsync(publication => publication.Id == id) ?? throw new EntityNotFoundException(typeof(T), id);

    public async Task DeleteForGoodAsync(Guid[] ids) => await (await TrashAsync()).Where(publication => ids.Contains(publication.Id)).ExecuteDeleteAsync();

    private async Task<IQueryable<T>> TrashAsync()
        => (await GetQueryableAsync()).IgnoreQueryFilters([AbpDbContext.SoftDeleteFilter]).Where(publication => publication.IsDeleted);
}
