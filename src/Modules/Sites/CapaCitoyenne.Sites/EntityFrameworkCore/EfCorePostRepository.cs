using System.Linq.Expressions;
using CapaCitoyenne.Sites.Posts;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCorePostRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Post, Guid>(dbContextProvider), IPostRepository, ITransientDependency
{
    private static readonly Expression<Func<Post, PostSummary>> Summary = post => new PostSummary(
        post.Id, post.Title, post.PublishedTitle, post.Slug, post.AuthorName, post.Revision, post.PublishedRevision, post.PublishedTime, post.PublishedChangeTime, post.LastSavedTime);

    public async Task<List<PostSummary>> GetSummariesAsync(int skipCount, int maxResultCount) => await (await GetQueryableAsync())
        .OrderBy(post => post.PublishedRevision == null ? 0 : 1).ThenByDescending(post => post.PublishedTime ?? post.CreationTime).ThenByDescending(post => post.Id)
        .Skip(skipCount).Take(maxResultCount).Select(Summary).ToListAsync();

    public async Task<List<Post>> GetPublishedAsync(int skipCount, int maxResultCount)
        => await Latest(await GetQueryableAsync()).AsNoTracking().Skip(skipCount).Take(maxResultCount).ToListAsync();

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

    private static IQueryable<Post> Latest(IQueryable<Post> posts)
        => posts.Where(post => post.PublishedRevision != null).OrderByDescending(post => post.PublishedTime).ThenByDescending(post => post.Id);
}
