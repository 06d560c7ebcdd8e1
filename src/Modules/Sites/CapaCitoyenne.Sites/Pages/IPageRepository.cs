namespace CapaCitoyenne.Sites.Pages;

internal interface IPageRepository : IRepository<Page, Guid>
{
    /// <summary>All pages without their documents: menu first, in its order, then by title.</summary>
    Task<List<PageSummary>> GetSummariesAsync();

    /// <summary>Published pages with their documents, the latest change first.</summary>
    Task<List<Page>> GetPublishedAsync(int maxResultCount);
}

internal sealed record PageSummary(
    Guid Id, string Title, string? PublishedTitle, string Slug, PageKind Kind, int Revision, int? PublishedRevision, bool ShowInMenu, int MenuOrder,
    DateTime? PublishedTime, DateTime? PublishedChangeTime, DateTime LastSavedTime);
