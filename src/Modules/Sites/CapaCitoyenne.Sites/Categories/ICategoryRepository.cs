namespace CapaCitoyenne.Sites.Categories;

internal interface ICategoryRepository : IRepository<Category, Guid>
{
    /// <summary>All categories by name, with how many posts they have, and how many of those are online.</summary>
    Task<List<CategorySummary>> GetSummariesAsync();

    /// <summary>The categories of posts.</summary>
    Task<ILookup<Guid, CategoryName>> GetNamesAsync(IReadOnlyCollection<Guid> postIds);

    Task SetAsync(Guid postId, IReadOnlyCollection<PostCategory> links);

    /// <summary>Puts the posts of a category into another one.</summary>
    Task MovePostsAsync(Guid fromId, Guid intoId);

    /// <summary>Takes all posts out of a category.</summary>
    Task RemovePostsAsync(Guid id);
}

internal sealed record CategorySummary(Guid Id, string Name, string Slug, int PostCount, int PublishedCount);

internal sealed record CategoryName(Guid Id, string Name, string Slug);
