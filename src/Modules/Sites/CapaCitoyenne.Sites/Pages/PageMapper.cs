using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Pages;

internal static class PageMapper
{
    public static PageListItemDto ToListItemDto(this PageSummary page, bool isInMenu, IStringLocalizer localizer) => new()
    {
        Id = page.Id, Title = page.Title, Slug = page.Slug, Kind = page.Kind, Path = page.Path,
        IsPublished = page.PublishedRevision is not null, HasChanges = page.HasChanges,
        ShowInMenu = isInMenu, Audience = page.Audience, PublishedTime = page.PublishedTime, LastSavedTime = page.LastSavedTime,
        PublishAt = page.Schedule.PublishAt, UnpublishAt = page.Schedule.UnpublishAt, ScheduleProblem = localizer.Problem(page.Schedule.Problem),
    };

    public static PageDto ToDto(this Page page, IReadOnlyList<DocumentIssue> issues, bool isInMenu, IStringLocalizer localizer, bool wasMerged = false) => new()
    {
        Id = page.Id, Title = page.Title, Slug = page.Slug, Kind = page.Kind, Path = page.Path,
        IsPublished = page.IsPublished, HasChanges = page.HasChanges, ShowInMenu = isInMenu, Audience = page.Audience,
        PublishedTime = page.PublishedTime, LastSavedTime = page.LastSavedTime,
        PublishAt = page.PublishAt, UnpublishAt = page.UnpublishAt, ScheduleProblem = localizer.Problem(page.ScheduleProblem),
        Document = page.Document, Revision = page.Revision, Issues = issues, WasMerged = wasMerged,
    };

    public static string? Problem(this IStringLocalizer localizer, string? code) => code is null ? null : localizer[code].Value;

    public static TrashItemDto ToDto(this TrashSummary item, bool isPost) => new(
        item.Id, item.Title, (isPost ? Posts.Post.Folder + "/" : "/") + item.Slug.Split(Publication.DeletedMark)[0], item.WasPublished, item.DeletionTime,
        item.DeletionTime.AddDays(PageConsts.TrashDays));

    public static RevisionDto ToDto(this RevisionSummary revision) => new()
    {
        Number = revision.Number, Title = revision.Title, CreationTime = revision.Time, CreatorId = revision.CreatorId, WasPublished = revision.WasPublished,
    };
}
