using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Posts;

internal interface IPostRepository : IPublicationRepository<Post>
{
    /// <summary>Drafts first, then the latest published; without documents.</summary>
    Task<List<PostSummary>> GetSummariesAsync(int skipCount, int maxResultCount);

    Task<List<PostSummary>> GetSummariesAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>In the same order, the titles and addresses alone: to look through them.</summary>
    Task<List<(Guid Id, string Title, string Slug)>> GetTitlesAsync(int maxResultCount);

    /// <summary>Published posts, the latest first; those of one category when it is given.</summary>
    Task<List<Post>> GetPublishedAsync(int skipCount, int maxResultCount, Guid? categoryId = null);

    /// <summary>Those that went online in that time (UTC, the end excluded), the latest first.</summary>
    Task<List<Post>> GetPublishedBetweenAsync(DateTime from, DateTime to, int maxResultCount);

    Task<int> CountPublishedBetweenAsync(DateTime from, DateTime to);

    /// <summary>The latest published posts of each of these categories, in one query.</summary>
    Task<Dictionary<Guid, List<Post>>> GetLatestOfAsync(IReadOnlyCollection<Guid> categoryIds, int maxEach);

    Task<int> CountPublishedAsync();

    /// <summary>The published posts before and after one, in time.</summary>
    Task<(PostSummary? Previous, PostSummary? Next)> FindNeighboursAsync(Post post);

    /// <summary>Addresses and times of all published posts, for the sitemap.</summary>
    Task<List<PostSummary>> GetPublishedSummariesAsync(int maxResultCount);
}

internal sealed record PostSummary(
    Guid Id, string Title, string? PublishedTitle, string Slug, string? AuthorName, int Revision, int? PublishedRevision, DateTime? PublishedTime,
    DateTime? PublishedChangeTime, DateTime LastSavedTime, ScheduleSummary Schedule, bool HasChanges);
