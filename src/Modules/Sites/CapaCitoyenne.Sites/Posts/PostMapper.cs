using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Posts;

internal static class PostMapper
{
    public static PostListItemDto ToListItemDto(this PostSummary post) => new()
    {
        Id = post.Id, Title = post.Title, Slug = post.Slug, Path = Post.Folder + "/" + post.Slug, AuthorName = post.AuthorName,
        IsPublished = post.PublishedRevision is not null, HasChanges = post.PublishedRevision is not null && post.PublishedRevision != post.Revision,
        PublishedTime = post.PublishedTime, LastSavedTime = post.LastSavedTime,
    };

    public static PostDto ToDto(this Post post, IReadOnlyList<DocumentIssue> issues, bool wasMerged = false) => new()
    {
        Id = post.Id, Title = post.Title, Slug = post.Slug, Path = post.Path, AuthorName = post.AuthorName, IsPublished = post.IsPublished, HasChanges = post.HasChanges,
        PublishedTime = post.PublishedTime, LastSavedTime = post.LastSavedTime,
        Excerpt = post.Excerpt, Document = post.Document, Revision = post.Revision, Issues = issues, WasMerged = wasMerged,
    };
}
