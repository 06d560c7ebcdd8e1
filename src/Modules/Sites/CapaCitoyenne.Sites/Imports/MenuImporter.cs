using System.Text.Json;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>
/// The menu of the old site. It takes the place of the one that a space begins with; a menu that somebody has arranged keeps its entries and
/// gets the new ones after them. A file without a menu shows its first pages, as its theme did.
/// </summary>
internal sealed class MenuImporter(ISiteImportRepository imports, IRepository<Page, Guid> pages, MenuManager menus, StarterPages starters) : ITransientDependency
{
    private const int MaxGuessed = 8;

    public Task<ImportOutcome> SettleAsync(ImportRun run, SourceItem source)
        => Task.FromResult(Resolve(run.Map, source) is null && !IsHeading(source) ? ImportOutcome.LeftOut("MenuEntry", new ImportNote("Original", source.Url ?? source.TargetKey)) : new ImportOutcome(SiteImportItemState.Imported));

    public async Task PlaceAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var entries = (await imports.GetOfKindAsync(run.Import.Id, SourceKind.MenuItem, cancellationToken)).Where(row => row.State == SiteImportItemState.Imported).Select(row => row.Read()).ToList();
        var came = entries.Count > 0 ? Tree(run.Map, entries) : run.Import.Source == SiteImportSource.Archive ? [] : await GuessAsync(run, cancellationToken);
        if (came.Count == 0) return;
        var menu = await menus.GetForChangeAsync();
        var present = menu.Items.ToList();
        var (home, isOwn) = await LookAtAsync(run, present);
        if (run.Import.Source == SiteImportSource.Archive && !isOwn) present = [];
        else if (!isOwn) present = [.. present.Where(item => item.Target == home || IsPlace(item.Target))];
        var known = present.SelectMany(item => item.Children.Prepend(item)).Select(item => item.Target).OfType<string>().ToHashSet();
        present.AddRange(came.Where(item => item.Target is null || !known.Contains(item.Target)));
        menu.Set(Shorten(present));
    }

    /// <summary>The home page's URN, and whether somebody here has put pages of theirs into the menu.</summary>
    private async Task<(string? Home, bool IsOwn)> LookAtAsync(ImportRun run, List<MenuItem> present)
    {
        var all = (await pages.GetListAsync()).ToDictionary(page => Urn.Of("page", page.Id));
        var home = all.FirstOrDefault(pair => pair.Value.Kind == PageKind.Home).Key;
        foreach (var item in present.SelectMany(item => item.Children.Prepend(item)))
        {
            if (item.Target is null || item.Target == home || IsPlace(item.Target)) continue;
            if (!all.TryGetValue(item.Target, out var page) ? LinkPolicy.Classify(item.Target) != LinkKind.Reference : !run.Map.Holds(page.Id) && !await starters.IsUntouchedAsync(page)) return (home, true);
        }
        return (home, false);
    }

    private static List<MenuItem> Tree(ImportMap map, List<SourceItem> entries)
    {
        var keys = entries.Select(entry => entry.Key).ToHashSet();
        var children = entries.OrderBy(entry => entry.Order).ToLookup(entry => entry.ParentKey is { } parent && keys.Contains(parent) ? parent : "");
        // One level here where the old menu had several.
        IEnumerable<MenuItem> Below(string key, int depth) => depth > 5 ? [] : children[key].SelectMany(entry => Item(map, entry) is { } item ? Below(entry.Key, depth + 1).Prepend(item) : Below(entry.Key, depth + 1));
        return [.. children[""].Select(entry => (Item(map, entry) ?? new MenuItem(null, Title(entry.Title) ?? "…", [])) with { Children = [.. Below(entry.Key, 1).Where(item => item.Target is not null)] })
            .Where(item => item.Target is not null || item.Children.Count > 0)];
    }

    private static MenuItem? Item(ImportMap map, SourceItem entry)
    {
        if (Resolve(map, entry) is not { } target) return null;
        var title = Title(entry.Title);
        var isOfSite = LinkPolicy.Classify(target) == LinkKind.Reference || IsPlace(target);
        return new MenuItem(target, title ?? (isOfSite ? null : Title(target)), []);
    }

    private static string? Resolve(ImportMap map, SourceItem entry)
    {
        var target = entry.TargetKey is { } key ? map.PublicationOf(key) : entry.Url is { Length: > 0 } url ? IsPlace(url) ? url : map.AtEntry(url) ?? map.Link(url) : null;
        // The list of news has its own place here.
        if (entry.Url is { } address && map.IsOwn(address) && SourcePaths.Of(address) == Posts.Post.Folder) target = MenuConsts.News;
        if (target is null || target.Length > MenuConsts.MaxTargetLength) return null;
        return IsPlace(target) || LinkPolicy.Classify(target) switch
        {
            LinkKind.Reference => !LinkPolicy.IsMedia(target),
            LinkKind.Absolute => true,
            LinkKind.Relative => target.StartsWith('/'),
            _ => false,
        } ? target : null;
    }

    /// <summary>Lists that the site itself keeps.</summary>
    private static bool IsPlace(string? target) => target is MenuConsts.News or MenuConsts.Agenda;

    private static bool IsHeading(SourceItem entry) => entry.TargetKey is null && entry.Url is null or "" or "#" && entry.Title.Length > 0;

    private static string? Title(string title) => string.IsNullOrWhiteSpace(title) ? null : Html.HtmlConverter.Clip(title, MenuConsts.MaxTitleLength);

    private async Task<List<MenuItem>> GuessAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = (await imports.GetRowsAsync(run.Import.Id, cancellationToken)).Where(row => row is { Kind: SourceKind.Page, State: SiteImportItemState.Imported or SiteImportItemState.Changed, TargetId: not null })
            .Select(row => (Id: row.TargetId!.Value, Trace: JsonSerializer.Deserialize<ImportTrace>(row.Trace!)!)).Where(row => !row.Trace.IsInner).ToDictionary(row => row.Id, row => row.Trace.Order);
        Guid[] ids = [.. rows.Keys];
        return [.. (await pages.GetListAsync(page => ids.Contains(page.Id) && page.PublishedRevision != null && page.Kind == PageKind.Standard, cancellationToken: cancellationToken)).OrderBy(page => rows[page.Id]).ThenBy(page => page.Title, StringComparer.Ordinal)
            .Take(MaxGuessed).Select(page => new MenuItem(Urn.Of("page", page.Id), null, []))];
    }

    private static List<MenuItem> Shorten(List<MenuItem> items)
    {
        var left = MenuConsts.MaxItems;
        var kept = new List<MenuItem>();
        foreach (var item in items)
        {
            if (--left < 0) break;
            var children = item.Children.Take(left).ToList();
            left -= children.Count;
            kept.Add(item with { Children = children });
        }
        return kept;
    }
}
