using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The menu: pages that it named join ours, in its order. A file without a menu shows its first pages, as its theme did.</summary>
internal sealed class MenuImporter(ISiteImportRepository imports, IRepository<Page, Guid> pages) : ITransientDependency
{
    public async Task PlaceAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var entries = (await imports.GetOfKindAsync(run.Import.Id, SourceKind.MenuItem, cancellationToken)).ConvertAll(row => row.Read());
        var wanted = entries.OrderBy(entry => entry.Order).Select(entry => (entry.TargetKey is { } key ? run.Map.PublicationOf(key) : null) ?? (entry.Url is { } url ? run.Map.Link(url) : null))
            .OfType<string>().Select(Documents.Urn.IdOf).OfType<Guid>().Distinct().ToList();
        if (wanted.Count == 0) return;
        var all = await pages.GetListAsync();
        var next = all.Where(page => page.ShowInMenu).Select(page => page.MenuOrder).DefaultIfEmpty().Max();
        var byId = all.ToDictionary(page => page.Id);
        foreach (var id in wanted)
            if (byId.TryGetValue(id, out var page) && !page.ShowInMenu) page.SetMenu(showInMenu: true, ++next);
    }
}
