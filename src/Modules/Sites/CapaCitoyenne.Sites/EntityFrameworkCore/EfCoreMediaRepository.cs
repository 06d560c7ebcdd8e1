using CapaCitoyenne.Sites.Media;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreMediaRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, MediaFile, Guid>(dbContextProvider), IMediaRepository, ITransientDependency
{
    public async Task<List<MediaFile>> GetPageAsync(MediaQuery query, int count) => await (await FindAsync(query)).AsNoTracking().Take(count).ToListAsync();

    public async Task<List<MediaFile>> GetUnusedPageAsync(MediaQuery query, int count)
    {
        var uses = (await GetDbContextAsync()).Set<MediaUseEntry>();
        return await (await FindAsync(query)).AsNoTracking().Where(file => !uses.Any(use => use.MediaId == file.Id)).Take(count).ToListAsync();
    }

    public async Task<List<MediaFile>> GetUnusedAsync(IReadOnlyCollection<Guid> ids)
    {
        var uses = (await GetDbContextAsync()).Set<MediaUseEntry>();
        return await (await GetDbSetAsync()).Where(file => ids.Contains(file.Id) && !uses.Any(use => use.MediaId == file.Id)).ToListAsync();
    }

    public async Task<Dictionary<string, MediaFile>> GetByHashAsync(IReadOnlyCollection<string> hashes)
        => (await (await WithTrashAsync()).Where(file => hashes.Contains(file.Hash)).OrderBy(file => file.IsDeleted).ThenBy(file => file.Id).ToListAsync())
            .DistinctBy(file => file.Hash).ToDictionary(file => file.Hash, StringComparer.Ordinal);

    public async Task TouchAsync(MediaFile file)
    {
        var context = await GetDbContextAsync();
        context.Entry(file).State = EntityState.Modified;
        await context.SaveChangesAsync();
    }

    public async Task<MediaFile?> FindTrashedAsync(Guid id) => await (await WithTrashAsync()).FirstOrDefaultAsync(file => file.Id == id && file.IsDeleted);

    public async Task<(long Used, long Trash)> SumSizesAsync()
    {
        var sums = await (await WithTrashAsync()).GroupBy(file => file.IsDeleted)
            .Select(group => new { IsTrash = group.Key, Bytes = group.Sum(file => file.Size + file.FormerSize) }).ToListAsync();
        return (sums.Sum(sum => sum.Bytes), sums.Where(sum => sum.IsTrash).Sum(sum => sum.Bytes));
    }

    public async Task<List<MediaFile>> GetTrashAsync(DateTime? before)
        => await (await WithTrashAsync()).AsNoTracking().Where(file => file.IsDeleted && (before == null || file.DeletionTime < before)).ToListAsync();

    public async Task<List<MediaContent>> GetContentsAsync()
        => await (await WithTrashAsync()).Select(file => new MediaContent(file.Hash, file.ContentType, file.VariantWidths, file.FormerText)).ToListAsync();

    public async Task PurgeAsync(IReadOnlyCollection<Guid> ids) => await (await WithTrashAsync()).Where(file => ids.Contains(file.Id)).ExecuteDeleteAsync();

    public async Task<List<Guid?>> GetSpacesWithTrashAsync(DateTime before)
        => await (await GetDbSetAsync()).IgnoreQueryFilters([AbpDbContext.TenantFilter, AbpDbContext.SoftDeleteFilter])
            .Where(file => file.IsDeleted && file.DeletionTime < before).Select(file => file.TenantId).Distinct().ToListAsync();

    private async Task<IQueryable<MediaFile>> FindAsync(MediaQuery query)
    {
        var files = query.IsTrash ? (await WithTrashAsync()).Where(file => file.IsDeleted) : await GetDbSetAsync();
        if (query.Kind is { } kind) files = files.Where(file => file.Kind == kind);
        foreach (var word in query.Words) files = files.Where(file => file.SearchText.Contains(word));
        // Ids are made in the order of time.
        if (query.Before is { } id) files = files.Where(file => file.Id.CompareTo(id) < 0);
        return files.OrderByDescending(file => file.Id);
    }

    private async Task<IQueryable<MediaFile>> WithTrashAsync() => (await GetDbSetAsync()).IgnoreQueryFilters([AbpDbContext.SoftDeleteFilter]);
}
