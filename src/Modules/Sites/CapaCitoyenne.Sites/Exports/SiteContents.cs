using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Reads a site for an export, in parts and outside of any transaction.</summary>
internal sealed class SiteContents(
    IRepository<Page, Guid> pages, IRepository<Post, Guid> posts, IRepository<MediaFile, Guid> media, IRepository<FormerAddress, Guid> formerAddresses, SiteManager siteManager,
    MenuManager menus, IAsyncQueryableExecuter executer, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, ITenantStore tenants) : ITransientDependency
{
    private const int PostBatch = 50;

    public async Task<(Site Site, string Name, string Slug)> GetSiteAsync() => await InAsync(async () =>
    {
        var tenant = await tenants.FindAsync(currentTenant.Id!.Value) ?? throw new AbpException("An export needs a space.");
        return (await siteManager.GetAsync(), tenant.Name, tenant.NormalizedName);
    });

    /// <summary>The pages in the menu first, in its order.</summary>
    public Task<List<Page>> GetPagesAsync() => InAsync(async () =>
    {
        var menu = await menus.GetTargetsAsync();
        return (await pages.GetListAsync()).OrderBy(page => menu.IndexOf(Urn.Of("page", page.Id)) is >= 0 and var place ? place : int.MaxValue).ThenBy(page => page.Slug, StringComparer.Ordinal).ToList();
    });

    public Task<HashSet<Guid>> GetMenuPagesAsync() => InAsync(async () => (await menus.GetTargetsAsync()).Where(target => Urn.SchemeOf(target) == "page").Select(Urn.IdOf).OfType<Guid>().ToHashSet());

    public Task<List<MediaFile>> GetMediaAsync() => InAsync(async () => (await media.GetListAsync()).OrderBy(file => file.Hash, StringComparer.Ordinal).ToList());

    public Task<List<FormerAddress>> GetFormerAddressesAsync() => InAsync(() => formerAddresses.GetListAsync());

    /// <summary>Id, slug and number of all posts, oldest first.</summary>
    public Task<List<(Guid Id, string Slug)>> GetPostsAsync() => InAsync(async () =>
        (await executer.ToListAsync((await posts.GetQueryableAsync()).OrderBy(post => post.CreationTime).ThenBy(post => post.Id).Select(post => new { post.Id, post.Slug }))).ConvertAll(post => (post.Id, post.Slug)));

    /// <summary>The posts themselves, some at a time.</summary>
    public async IAsyncEnumerable<Post> ReadPostsAsync(IReadOnlyList<(Guid Id, string Slug)> all)
    {
        foreach (var ids in all.Select(post => post.Id).Chunk(PostBatch))
        {
            var found = await InAsync(async () => (await posts.GetListAsync(post => ids.Contains(post.Id))).ToDictionary(post => post.Id));
            foreach (var id in ids)
                if (found.TryGetValue(id, out var post)) yield return post;
        }
    }

    /// <summary>Some work that reads.</summary>
    public async Task<T> InAsync<T>(Func<Task<T>> read)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var result = await read();
        await unitOfWork.CompleteAsync();
        return result;
    }
}
