using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Menus;

/// <summary>The menu with what its entries lead to.</summary>
internal sealed class MenuManager(
    IMenuRepository menus, IPageRepository pages, IPostRepository posts, IEventRepository events, SiteManager siteManager, IStringLocalizer<SitesResource> localizer) : DomainService
{
    /// <summary>The menu, kept from others until the commit.</summary>
    public async Task<Menu> GetForChangeAsync()
        => await menus.FindForChangeAsync() ?? await menus.InsertAsync(new Menu(GuidGenerator.Create(), CurrentTenant.Id!.Value, []), autoSave: true);

    /// <summary>The targets of the pages in the menu, in its order.</summary>
    public async Task<List<string>> GetTargetsAsync()
        => [.. ((await FindAsync())?.Items ?? []).SelectMany(item => item.Children.Prepend(item)).Select(item => item.Target).OfType<string>()];

    public async Task<bool> HasAsync(Page page) => (await FindAsync())?.Has(Urn.Of("page", page.Id)) == true;

    public async Task SetAsync(Page page, bool isShown)
    {
        var menu = await GetForChangeAsync();
        if (isShown) menu.Add(Urn.Of("page", page.Id));
        else menu.Remove(Urn.Of("page", page.Id));
        await siteManager.ContentChangedAsync();
    }

    /// <summary>All entries, as those who write the site see them.</summary>
    public async Task<List<DescribedMenuItem>> DescribeAsync(Menu menu)
    {
        var targets = await LoadAsync(menu.Items, await pages.GetSummariesAsync(), await posts.AnyAsync(post => post.PublishedRevision != null), await events.AnyAsync(one => one.IsPublished));
        DescribedMenuItem Describe(MenuItem item)
        {
            var target = item.Target is null ? null : targets.GetValueOrDefault(item.Target);
            var children = item.Children.Select(Describe).ToList();
            return new DescribedMenuItem(item.Target, item.Title, item.Title ?? target?.Title ?? localizer["Menu:Gone"], item.Target is null ? children.Any(child => child.IsOnline) : target?.Url is not null, children);
        }
        return menu.Items.Select(Describe).ToList();
    }

    /// <summary>What visitors see. An entry that leads somewhere and has others under it is the first of them too: a fold is no link.</summary>
    public async Task<List<PublicMenuItem>> ResolveAsync(Menu menu, IReadOnlyList<PageSummary> sitePages, bool hasNews, bool hasAgenda)
    {
        var targets = await LoadAsync(menu.Items, sitePages, hasNews, hasAgenda);
        IEnumerable<PublicMenuItem> Link(MenuItem item) => item.Target is not null && targets.GetValueOrDefault(item.Target) is { Url: { } url } target ? [new PublicMenuItem(item.Title ?? target.Title, url)] : [];
        return [.. menu.Items.SelectMany(item =>
        {
            var (own, children) = (Link(item).ToList(), item.Children.SelectMany(Link).ToList());
            // What stood over them is not online and has no title of its own: they stand for themselves.
            return children.Count == 0 ? own : (item.Title ?? own.FirstOrDefault()?.Title) is { } title ? [new PublicMenuItem(title, "", [.. own, .. children])] : children;
        })];
    }

    private Task<Menu?> FindAsync() => menus.FindAsync(menu => menu.TenantId == CurrentTenant.Id);

    private async Task<Dictionary<string, MenuTarget>> LoadAsync(IReadOnlyList<MenuItem> items, IReadOnlyList<PageSummary> sitePages, bool hasNews, bool hasAgenda)
    {
        var wanted = items.SelectMany(item => item.Children.Prepend(item)).Select(item => item.Target).OfType<string>().Distinct().ToList();
        var found = new Dictionary<string, MenuTarget>();
        foreach (var page in sitePages)
            found[Urn.Of("page", page.Id)] = new(page.PublishedTitle ?? page.Title, page.PublishedRevision is null ? null : page.Path);
        Guid[] postIds = [.. wanted.Where(target => Urn.SchemeOf(target) == "post").Select(Urn.IdOf).OfType<Guid>()];
        foreach (var post in postIds.Length == 0 ? [] : await posts.GetListAsync(post => postIds.Contains(post.Id)))
            found[Urn.Of("post", post.Id)] = new(post.PublishedTitle ?? post.Title, post.IsPublished ? post.Path : null);
        Guid[] eventIds = [.. wanted.Where(target => Urn.SchemeOf(target) == Event.UrnScheme).Select(Urn.IdOf).OfType<Guid>()];
        foreach (var one in eventIds.Length == 0 ? [] : await events.GetListAsync(one => eventIds.Contains(one.Id)))
            found[Urn.Of(Event.UrnScheme, one.Id)] = new(one.Title, one.IsPublished ? one.Path : null);
        foreach (var address in wanted.Where(target => LinkPolicy.Classify(target) is LinkKind.Absolute or LinkKind.Relative)) found[address] = new(address, address);
        found[MenuConsts.News] = new(localizer["PublicSite:News"], hasNews ? Post.Folder : null);
        found[MenuConsts.Agenda] = new(localizer["Agenda:Title"], hasAgenda ? Event.Folder : null);
        return found;
    }

    /// <param name="Url">Null while it is not online.</param>
    private sealed record MenuTarget(string Title, string? Url);
}

/// <summary>An entry with what readers see of it.</summary>
/// <param name="Title">Its own title; null when it has its page's.</param>
/// <param name="Label">What visitors read.</param>
internal sealed record DescribedMenuItem(string? Target, string? Title, string Label, bool IsOnline, IReadOnlyList<DescribedMenuItem> Children);
