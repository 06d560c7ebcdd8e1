using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>The pages that a new space begins with make way for those that come, as long as nobody has touched them.</summary>
internal sealed class StarterPages(
    IPageRepository pages, TrashManager trash, PublicationManager publications, MenuManager menus, SiteManager siteManager, IUnitOfWorkManager unitOfWorkManager, IDataFilter dataFilter, IClock clock)
    : ITransientDependency
{
    private static readonly TimeSpan SameSignUp = TimeSpan.FromMinutes(1);

    public async Task<bool> IsUntouchedAsync(Page page)
        => page is { Revision: 1, IsPublished: false, LastModificationTime: null } && (page.CreationTime - (await siteManager.GetAsync()).CreationTime).Duration() < SameSignUp;

    /// <summary>An untouched starter page at this address goes to the trash; its place in the menu is the new one's.</summary>
    public async Task MakeWayAsync(ImportMap map, string slug, Guid newId)
    {
        if (await pages.FindAsync(page => page.Slug == slug && page.Kind == PageKind.Standard) is not { } starter || map.Holds(starter.Id) || !await IsUntouchedAsync(starter)) return;
        await trash.PutAsync(pages, starter);
        await unitOfWorkManager.Current!.SaveChangesAsync();
        var (old, present) = (Urn.Of("page", starter.Id), Urn.Of("page", newId));
        var menu = await menus.GetForChangeAsync();
        if (menu.Has(old)) menu.Set([.. menu.Items.Select(item => Renamed(item, old, present))]);
    }

    /// <summary>After the work: starter pages that led to one which made way lead to its successor; those that an archive does not have go to the trash.</summary>
    public async Task TidyAsync(ImportRun run)
    {
        if (run.Import.Source == SiteImportSource.Archive)
        {
            foreach (var page in await pages.GetListAsync(page => page.Kind == PageKind.Standard && page.Revision == 1 && page.PublishedRevision == null))
                if (!run.Map.Holds(page.Id) && await IsUntouchedAsync(page)) await trash.PutAsync(pages, page);
        }
        var successors = await FindSuccessorsAsync();
        foreach (var page in await pages.GetListAsync(page => page.Revision == 1 && page.PublishedRevision == null))
        {
            var document = successors.Aggregate(page.Document, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
            if (document == page.Document || run.Map.Holds(page.Id)) continue;
            page.Save(page.Title, document, clock.Now);
            await publications.RecordAsync(page);
        }
    }

    /// <summary>URNs of starter pages in the trash, with those of the pages that have their addresses now.</summary>
    private async Task<Dictionary<string, string>> FindSuccessorsAsync()
    {
        using var everything = dataFilter.Disable<ISoftDelete>();
        var all = await pages.GetListAsync(page => page.Kind == PageKind.Standard);
        var present = all.Where(page => !page.IsDeleted).ToDictionary(page => page.Slug, page => page.Id);
        return all.Where(page => page is { IsDeleted: true, Revision: 1, IsPublished: false } && present.ContainsKey(page.SlugBeforeDeletion))
            .ToDictionary(page => Urn.Of("page", page.Id), page => Urn.Of("page", present[page.SlugBeforeDeletion]));
    }

    private static MenuItem Renamed(MenuItem item, string old, string present)
        => item with { Target = item.Target == old ? present : item.Target, Children = [.. item.Children.Select(child => Renamed(child, old, present))] };
}
