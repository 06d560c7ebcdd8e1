using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The menu: pages that it named join ours, in its order. A file without a menu shows its first pages, as its theme did.</summary>
internal sealed class MenuImporter(ISiteImportRepository imports, MenuManager menus, SiteManager siteManager) : ITransientDependency
{
    public async Task PlaceAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var entries = (await imports.GetOfKindAsync(run.Import.Id, SourceKind.MenuItem, cancellationToken)).ConvertAll(row => row.Read());
        var wanted = entries.OrderBy(entry => entry.Order).Select(entry => (entry.TargetKey is { } key ? run.Map.PublicationOf(key) : null) ?? (entry.Url is { } url ? run.Map.Link(url) : null))
            .OfType<string>().Where(urn => Urn.IdOf(urn) is not null).Distinct().ToList();
        if (wanted.Count == 0) return;
        var menu = await menus.GetForChangeAsync();
        foreach (var urn in wanted) menu.Add(urn);
        await siteManager.ContentChangedAsync();
    }
}
