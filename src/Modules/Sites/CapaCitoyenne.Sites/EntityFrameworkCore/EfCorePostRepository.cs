using System.Linq.Expressions;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCorePostRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCorePublicationRepository<Post>(dbContextProvider), IPostRepository, ITransientDependency
{
    private static readonly Expression<Func<Post, PostSummary>> Summary = post => new PostSummary(
        post.Id, post.Title, post.PublishedTitle, post.Slug, post.AuthorName, post.Revision, post.PublishedRevision, post.PublishedTime, post.PublishedChangeTime,
        post.LastSavedTime, new ScheduleSummary(post.PublishAt, post.UnpublishAt, post.ScheduleProblem),
        post.PublishedRevision != null && (post.AuthorName != post.PublishedAuthorName || post.Excerpt != post.PublishedExcerpt
            || (post.PublishedRevision != post.Revision && (post.Title != post.PublishedTitle || post.Document != post.PublishedDocument))));

    public async Task<List<PostSummary>> GetSummariesAsync(int skipCount, int maxResultCount)
        => await DraftsFirst(await GetQueryableAsync()).Skip(skipCount).Take(maxResultCount).Select(Summary).ToListAsync();

    public async Task<List<PostSummary>> GetSummariesAsync(IReadOnlyCollection<Guid> ids)
        => await DraftsFirst((await GetQueryableAsync()).Where(post => ids.Contains(post.Id))).Select(Summary).ToListAsync();

    public async Task<List<(Guid Id, string Title, string Slug)>> GetTitlesAsync(int maxResultCount)
    {
        var found = await DraftsFirst(await GetQueryableAsync()).Take(maxResultCount).Select(post => new { post.Id, post.Title, post.Slug }).ToListAsync();
        return found.ConvertAll(post => (post.Id, post.Title, post.Slug));
    }

    public async Task<List<Post>> GetPublishedAsync(int skipCount, int maxResultCount, Guid? categoryId = null)
    {
        var posts = await GetQueryableAsync();
        if (categoryId is { } id)
        {
            var links = (await GetDbContextAsync()).Set<PostCategory>();
            posts = posts.Where(post => links.Any(link => link.CategoryId == id && link.PostId == post.Id));
        }
        return await Latest(posts).AsNoTracking().Skip(skipCount).Take(maxResultCount).ToListAsync();
    }

    public async Task<List<Post>> GetPublishedBetweenAsync(DateTime from, DateTime to, int maxResultCount)
        => await Latest(await GetQueryableAsync()).Where(post => post.PublishedTime >= from && post.PublishedTime < to).AsNoTracking().Take(maxResultCount).ToListAsync();

    public async Task<int> CountPublishedBetweenAsync(DateTime from, DateTime to)
        => await Latest(await GetQueryableAsync()).CountAsync(post => post.PublishedTime >= from && post.PublishedTime < to);

    public async Task<Dictionary<Guid, List<Post>>> GetLatestOfAsync(IReadOnlyCollection<Guid> categoryIds, int maxEach)
    {
        var context = await GetDbContextAsync();
        var posts = context.Set<Post>().Where(post => post.PublishedRevision != null);
        var found = await context.Set<Category>().AsNoTracking().Where(category => categoryIds.Contains(category.Id)).Select(category => new
        {
            category.Id,
            Posts = context.Set<PostCategory>().Where(link => link.CategoryId == category.Id).Join(posts, link => link.PostId, post => post.Id, (link, post) => post)
                .OrderByDescending(post => post.PublishedTime).ThenByDescending(post => post.Id).Take(maxEach).ToList(),
        }).ToListAsync();
        return found.ToDictionary(category => category.Id, category => category.Posts);
    }

    public async Task<int> CountPublishedAsync() => await (await GetQueryableAsync()).CountAsync(post => post.PublishedRevision != null);

    public async Task<(PostSummary? Previous, PostSummary? Next)> FindNeighboursAsync(Post post)
    {
        var published = (await GetQueryableAsync()).Where(p => p.PublishedRevision != null && p.Id != post.Id);
        var previous = await published.Where(p => p.PublishedTime <= post.PublishedTime).OrderByDescending(p => p.PublishedTime).Select(Summary).FirstOrDefaultAsync();
        var next = await published.Where(p => p.PublishedTime > post.PublishedTime).OrderBy(p => p.PublishedTime).Select(Summary).FirstOrDefaultAsync();
        return (previous, next);
    }

    public async Task<List<PostSummary>> GetPublishedSummariesAsync(int maxResultCount)
        => await Latest(await GetQueryableAsync()).Take(maxResultCount).Select(Summary).ToListAsync();

    private static IQueryable<Post> DraftsFirst(IQueryable<Post> posts)
        => posts.OrderBy(post => post.PublishedRevision == null ? 0 : 1).ThenByDescending(post => post.PublishedTime ?? post.CreationTime).ThenByDescending(post => post.Id);

    private static IQueryable<Post> Latest(IQueryable<Post> posts)
        => posts.Where(post => post.PublishedRevision != null).OrderByDescending(post => post.PublishedTime).ThenByDescending(post => post.Id);
}
