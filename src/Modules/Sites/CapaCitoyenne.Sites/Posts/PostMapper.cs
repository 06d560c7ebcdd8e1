using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Posts;

internal static class PostMapper
{
    public static PostListItemDto ToListItemDto(this PostSummary post, IEnumerable<CategoryName> categories, IStringLocalizer localizer) => new()
    {
        Id = post.Id, Title = post.Title, Slug = post.Slug, Path = Post.Folder + "/" + post.Slug, AuthorName = post.AuthorName, Categories = categories.ToDtos(),
        IsPublished = post.PublishedRevision is not null, HasChanges = post.HasChanges,
        PublishedTime = post.PublishedTime, LastSavedTime = post.LastSavedTime,
        PublishAt = post.Schedule.PublishAt, UnpublishAt = post.Schedule.UnpublishAt, ScheduleProblem = localizer.Problem(post.Schedule.Problem),
    };

    public static PostDto ToDto(this Post post, IReadOnlyList<DocumentIssue> issues, IEnumerable<CategoryName> categories, IStringLocalizer localizer, bool wasMerged = false) => new()
    {
        Id = post.Id, Title = post.Title, Slug = post.Slug, Path = post.Path, AuthorName = post.AuthorName, Categories = categories.ToDtos(), IsPublished = post.IsPublished, HasChanges = post.HasChanges,
        PublishedTime = post.PublishedTime, LastSavedTime = post.LastSavedTime,
        PublishAt = post.PublishAt, UnpublishAt = post.UnpublishAt, ScheduleProblem = localizer.Problem(post.ScheduleProblem),
        Excerpt = post.Excerpt, Document = post.Document, Revision = post.Revision, Issues = issues, WasMerged = wasMerged,
    };

    private static List<PostCategoryDto> ToDtos(this IEnumerable<CategoryName> categories) => [.. categories.Select(category => new PostCategoryDto(category.Id, category.Name))];
}
