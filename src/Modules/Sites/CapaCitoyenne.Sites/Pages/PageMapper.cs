using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Pages;

internal static class PageMapper
{
    public static PageListItemDto ToListItemDto(this PageSummary page) => new()
    {
        Id = page.Id, Title = page.Title, Slug = page.Slug, Kind = page.Kind, Path = page.Kind == PageKind.Home ? "/" : "/" + page.Slug,
        IsPublished = page.PublishedRevision is not null, HasChanges = page.PublishedRevision is not null && page.PublishedRevision != page.Revision,
        ShowInMenu = page.ShowInMenu, MenuOrder = page.MenuOrder, PublishedTime = page.PublishedTime, LastSavedTime = page.LastSavedTime,
    };

    public static PageDto ToDto(this Page page, IReadOnlyList<DocumentIssue> issues, bool wasMerged = false) => new()
    {
        Id = page.Id, Title = page.Title, Slug = page.Slug, Kind = page.Kind, Path = page.Path,
        IsPublished = page.IsPublished, HasChanges = page.HasChanges, ShowInMenu = page.ShowInMenu, MenuOrder = page.MenuOrder,
        PublishedTime = page.PublishedTime, LastSavedTime = page.LastSavedTime,
        Document = page.Document, Revision = page.Revision, Issues = issues, WasMerged = wasMerged,
    };

    public static RevisionDto ToDto(this RevisionSummary revision) => new()
    {
        Number = revision.Number, Title = revision.Title, CreationTime = revision.CreationTime, CreatorId = revision.CreatorId, WasPublished = revision.WasPublished,
    };
}
