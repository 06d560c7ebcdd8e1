using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Posts;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreCategoryRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Category, Guid>(dbContextProvider), ICategoryRepository, ITransientDependency
{
    public async Task<List<CategorySummary>> GetSummariesAsync()
    {
        var context = await GetDbContextAsync();
        var posts = context.Set<Post>();
        var links = context.Set<PostCategory>();
        return await context.Set<Category>().OrderBy(category => category.Name).Select(category => new CategorySummary(
            category.Id, category.Name, category.Slug,
            posts.Count(post => links.Any(link => link.CategoryId == category.Id && link.PostId == post.Id)),
            posts.Count(post => post.PublishedRevision != null && links.Any(link => link.CategoryId == category.Id && link.PostId == post.Id)))).ToListAsync();
    }

    public async Task<ILookup<Guid, CategoryName>> GetNamesAsync(IReadOnlyCollection<Guid> postIds)
    {
        var context = await GetDbContextAsync();
        var found = await context.Set<PostCategory>().Where(link => postIds.Contains(link.PostId))
            .Join(context.Set<Category>(), link => link.CategoryId, category => category.Id, (link, category) => new { link.PostId, category.Id, category.Name, category.Slug })
            .OrderBy(row => row.Name).ToListAsync();
        return found.ToLookup(row => row.PostId, row => new CategoryName(row.Id, row.Name, row.Slug));
    }

    public async Task SetAsync(Guid postId, IReadOnlyCollection<PostCategory> links)
    {
        var context = await GetDbContextAsync();
        await context.Set<PostCategory>().Where(link => link.PostId == postId).ExecuteDeleteAsync();
        context.Set<PostCategory>().AddRange(links);
    }

    public async Task MovePostsAsync(Guid fromId, Guid intoId)
    {
        var links = (await GetDbContextAsync()).Set<PostCategory>();
        await links.Where(link => link.CategoryId == fromId && !links.Any(other => other.PostId == link.PostId && other.CategoryId == intoId))
            .ExecuteUpdateAsync(update => update.SetProperty(link => link.CategoryId, intoId));
        await RemovePostsAsync(fromId);
    }

    public async Task RemovePostsAsync(Guid id) => await (await GetDbContextAsync()).Set<PostCategory>().Where(link => link.CategoryId == id).ExecuteDeleteAsync();
}
