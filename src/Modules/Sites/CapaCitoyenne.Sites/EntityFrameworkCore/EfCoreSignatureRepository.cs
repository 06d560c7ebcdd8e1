using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreSignatureRepository(IDbContextProvider<AbpDbContext> provider) : ISignatureRepository, ITransientDependency
{
    public async Task<List<WrittenContent>> GetContentsAsync(Guid userId)
    {
        var context = await provider.GetDbContextAsync();
        var pages = await context.Set<Page>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(page => page.CreatorId == userId)
            .Select(page => new WrittenContent("page", page.Title, page.CreationTime)).ToListAsync();
        var posts = await context.Set<Post>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(post => post.CreatorId == userId)
            .Select(post => new WrittenContent("post", post.Title, post.CreationTime)).ToListAsync();
        var events = await context.Set<Event>().IgnoreQueryFilters([AbpDbContext.TenantFilter]).Where(e => e.CreatorId == userId)
            .Select(e => new WrittenContent("event", e.Title, e.CreationTime)).ToListAsync();
        return [.. pages.Concat(posts).Concat(events).OrderBy(content => content.CreationTime)];
    }

    public async Task<List<Guid>> ForgetAsync(Guid userId, string name)
    {
        var posts = (await provider.GetDbContextAsync()).Set<Post>().IgnoreQueryFilters().Where(post => post.CreatorId == userId);
        var shown = await posts.Where(post => post.PublishedAuthorName == name).Select(post => post.TenantId!.Value).Distinct().ToListAsync();
        await posts.Where(post => post.AuthorName == name).ExecuteUpdateAsync(update => update.SetProperty(post => post.AuthorName, (string?)null));
        await posts.Where(post => post.PublishedAuthorName == name).ExecuteUpdateAsync(update => update.SetProperty(post => post.PublishedAuthorName, (string?)null));
        return shown;
    }
}
