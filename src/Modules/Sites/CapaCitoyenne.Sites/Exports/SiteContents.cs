using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>Reads a site for an export, in parts and outside of any transaction.</summary>
internal sealed class SiteContents(
    IRepository<Page, Guid> pages, IRepository<Post, Guid> posts, IRepository<MediaFile, Guid> media, IRepository<FormerAddress, Guid> formerAddresses, ICategoryRepository categories, IMenuRepository menus,
    IRepository<Form, Guid> forms, IRepository<Event, Guid> events,
    SiteManager siteManager,
    IAsyncQueryableExecuter executer, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, ITenantStore tenants) : ITransientDependency
{
    private const int PostBatch = 50;

    public async Task<(Site Site, string Name, string Slug)> GetSiteAsync() => await InAsync(async () =>
    {
        var tenant = await tenants.FindAsync(currentTenant.Id!.Value) ?? throw new AbpException("An export needs a space.");
        return (await siteManager.GetAsync(), tenant.Name, tenant.NormalizedName);
    });

    public Task<List<Page>> GetPagesAsync() => InAsync(async () => (await pages.GetListAsync()).OrderBy(page => page.Slug, StringComparer.Ordinal).ToList());

    public Task<List<MediaFile>> GetMediaAsync() => InAsync(async () => (await media.GetListAsync()).OrderBy(file => file.Hash, StringComparer.Ordinal).ToList());

    public Task<List<CategorySummary>> GetCategoriesAsync() => InAsync(() => categories.GetSummariesAsync());

    public Task<IReadOnlyList<MenuItem>> GetMenuAsync() => InAsync(async () => (await menus.FindAsync(menu => menu.TenantId == currentTenant.Id))?.Items ?? []);

    public Task<List<FormerAddress>> GetFormerAddressesAsync() => InAsync(() => formerAddresses.GetListAsync());

    public Task<List<Form>> GetFormsAsync() => InAsync(async () => (await forms.GetListAsync()).OrderBy(form => form.Name, StringComparer.Ordinal).ThenBy(form => form.CreationTime).ToList());

    /// <summary>Id, slug and whether it is online, of all events, by address.</summary>
    public Task<List<(Guid Id, string Slug, bool IsPublished)>> GetEventsAsync() => InAsync(async () =>
        (await executer.ToListAsync((await events.GetQueryableAsync()).OrderBy(one => one.Slug).Select(one => new { one.Id, one.Slug, one.IsPublished }))).ConvertAll(one => (one.Id, one.Slug, one.IsPublished)));

    /// <summary>The events themselves, some at a time.</summary>
    public async IAsyncEnumerable<Event> ReadEventsAsync(IEnumerable<Guid> all)
    {
        foreach (var ids in all.Chunk(PostBatch))
        {
            var found = await InAsync(async () => (await events.GetListAsync(one => ids.Contains(one.Id))).ToDictionary(one => one.Id));
            foreach (var id in ids)
                if (found.TryGetValue(id, out var one)) yield return one;
        }
    }

    /// <summary>The names that news are signed with, each once.</summary>
    public Task<List<string>> GetAuthorsAsync() => InAsync(async () =>
        (await executer.ToListAsync((await posts.GetQueryableAsync()).Select(post => post.PublishedRevision != null ? post.PublishedAuthorName : post.AuthorName).Distinct())).OfType<string>().Order(StringComparer.Ordinal).ToList());

    /// <summary>Id, slug and number of all posts, oldest first.</summary>
    public Task<List<(Guid Id, string Slug)>> GetPostsAsync() => InAsync(async () =>
        (await executer.ToListAsync((await posts.GetQueryableAsync()).OrderBy(post => post.CreationTime).ThenBy(post => post.Id).Select(post => new { post.Id, post.Slug }))).ConvertAll(post => (post.Id, post.Slug)));

    /// <summary>The posts themselves, some at a time.</summary>
    public async IAsyncEnumerable<(Post Post, IReadOnlyList<string> Categories)> ReadPostsAsync(IReadOnlyList<(Guid Id, string Slug)> all)
    {
        foreach (var ids in all.Select(post => post.Id).Chunk(PostBatch))
        {
            var found = await InAsync(async () => (await posts.GetListAsync(post => ids.Contains(post.Id))).ToDictionary(post => post.Id));
            var names = await InAsync(() => categories.GetNamesAsync(ids));
            foreach (var id in ids)
                if (found.TryGetValue(id, out var post)) yield return (post, [.. names[id].Select(category => category.Name)]);
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
