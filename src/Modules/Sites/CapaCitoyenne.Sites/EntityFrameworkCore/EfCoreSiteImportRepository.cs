using CapaCitoyenne.Sites.Imports;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreSiteImportRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, SiteImport, Guid>(dbContextProvider), ISiteImportRepository, ITransientDependency
{
    public async Task HoldAsync(Guid id, CancellationToken cancellationToken = default) => await (await GetQueryableAsync()).Where(import => import.Id == id)
        .ExecuteUpdateAsync(update => update.SetProperty(import => import.IsStopping, import => import.IsStopping), cancellationToken);

    public async Task AddItemsAsync(IReadOnlyCollection<SiteImportItem> items, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        context.Set<SiteImportItem>().AddRange(items);
        await context.SaveChangesAsync(cancellationToken);
        // Thousands of rows go by; none is needed again here.
        foreach (var item in items) context.Entry(item).State = EntityState.Detached;
    }

    public async Task ClearItemsAsync(Guid importId, CancellationToken cancellationToken = default)
        => await (await ItemsAsync(importId)).ExecuteDeleteAsync(cancellationToken);

    public async Task<SiteImportItem> GetItemAsync(Guid importId, int number, CancellationToken cancellationToken = default)
        => await (await ItemsAsync(importId)).SingleAsync(item => item.Number == number, cancellationToken);

    public async Task<List<(int Number, SourceKind Kind)>> GetWaitingAsync(Guid importId, CancellationToken cancellationToken = default)
        => (await (await ItemsAsync(importId)).Where(item => item.State == SiteImportItemState.Waiting).OrderBy(item => item.Kind).ThenBy(item => item.Number)
            .Select(item => new { item.Number, item.Kind }).ToListAsync(cancellationToken)).ConvertAll(item => (item.Number, item.Kind));

    public async Task<List<Guid>> FindEarlierTargetsAsync(SiteImport import, SourceKind kind, string key, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var (id, source, url) = (import.Id, import.Source, import.SiteUrl);
        var siblings = context.Set<SiteImport>().Where(other => other.Id != id && other.Source == source && other.SiteUrl == url).Select(other => other.Id);
        return await context.Set<SiteImportItem>().Where(item => item.SourceKey == key && item.Kind == kind && item.TargetId != null && siblings.Contains(item.ImportId))
            .OrderByDescending(item => item.ImportId).Select(item => item.TargetId!.Value).Take(5).ToListAsync(cancellationToken);
    }

    public async Task<List<ImportRow>> GetRowsAsync(Guid importId, CancellationToken cancellationToken = default)
        => await (await ItemsAsync(importId)).OrderBy(item => item.Kind).ThenBy(item => item.Number)
            .Select(item => new ImportRow(item.Number, item.Kind, item.SourceKey, item.Title, item.State, item.TargetId, item.TraceJson)).ToListAsync(cancellationToken);

    public async Task<List<SiteImportItem>> GetReportAsync(Guid importId, SiteImportItemState? state, int after, int maxResultCount, CancellationToken cancellationToken = default)
    {
        var items = (await ItemsAsync(importId)).AsNoTracking().Where(item => item.Number > after && item.Kind != SourceKind.Site);
        if (state is not null) items = items.Where(item => item.State == state);
        return await items.OrderBy(item => item.Number).Take(maxResultCount).ToListAsync(cancellationToken);
    }

    public async Task<List<SiteImportItem>> GetOfKindAsync(Guid importId, SourceKind kind, CancellationToken cancellationToken = default)
        => await (await ItemsAsync(importId)).AsNoTracking().Where(item => item.Kind == kind).OrderBy(item => item.Number).ToListAsync(cancellationToken);

    private async Task<IQueryable<SiteImportItem>> ItemsAsync(Guid importId)
        => (await GetDbContextAsync()).Set<SiteImportItem>().Where(item => item.ImportId == importId);
}
