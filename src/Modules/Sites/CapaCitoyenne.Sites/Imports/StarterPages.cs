using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The pages that a new space begins with make way for those that come, as long as nobody has touched them.</summary>
internal sealed class StarterPages(
    IPageRepository pages, TrashManager trash, PublicationManager publications, MenuManager menus, SiteManager siteManager, IUnitOfWorkManager unitOfWorkManager, IClock clock) : ITransientDependency
{
    private static readonly TimeSpan SameSignUp = TimeSpan.FromMinutes(1);

    public async Task<bool> IsUntouchedAsync(Page page)
        => page is { Revision: 1, IsPublished: false } && (page.CreationTime - (await siteManager.GetAsync()).CreationTime).Duration() < SameSignUp && page.LastModificationTime is null;

    /// <summary>An untouched starter page at this address goes to the trash; other starter pages that led to it lead to the new one.</summary>
    public async Task MakeWayAsync(string slug, Guid newId)
    {
        if (await pages.FindAsync(page => page.Slug == slug && page.Kind == PageKind.Standard) is not { } starter || !await IsUntouchedAsync(starter)) return;
        await trash.PutAsync(pages, starter);
        await unitOfWorkManager.Current!.SaveChangesAsync();
        var (old, present) = (Urn.Of("page", starter.Id), Urn.Of("page", newId));
        var menu = await menus.GetForChangeAsync();
        if (menu.Has(old)) menu.Set([.. menu.Items.Select(item => Renamed(item, old, present))]);
        foreach (var page in await pages.GetListAsync(page => page.Revision == 1 && page.PublishedRevision == null && page.Document.Contains(old)))
        {
            page.Save(page.Title, page.Document.Replace(old, present, StringComparison.Ordinal), clock.Now);
            await publications.RecordAsync(page);
        }
    }

    private static MenuItem Renamed(MenuItem item, string old, string present)
        => item with { Target = item.Target == old ? present : item.Target, Children = [.. item.Children.Select(child => Renamed(child, old, present))] };

    /// <summary>After a whole site came from its archive: starter pages that it does not have go to the trash.</summary>
    public async Task TidyAsync(ImportRun run)
    {
        if (run.Import.Source != SiteImportSource.Archive) return;
        foreach (var page in await pages.GetListAsync(page => page.Kind == PageKind.Standard && page.Revision == 1 && page.PublishedRevision == null))
        {
            if (run.Map.Holds(page.Id) || !await IsUntouchedAsync(page)) continue;
            await trash.PutAsync(pages, page);
        }
    }
}
