namespace CapaCitoyenne.Sites.Pages;

internal interface IPageRepository : IPublicationRepository<Page>
{
    /// <summary>All pages without their documents: the home page, then by title.</summary>
    Task<List<PageSummary>> GetSummariesAsync();

    /// <summary>Published pages with their documents, the latest change first.</summary>
    Task<List<Page>> GetPublishedAsync(int maxResultCount);
}

internal sealed record PageSummary(
    Guid Id, string Title, string? PublishedTitle, string Slug, PageKind Kind, int Revision, int? PublishedRevision, PageAudience Audience,
    DateTime? PublishedTime, DateTime? PublishedChangeTime, DateTime LastSavedTime, ScheduleSummary Schedule, bool HasChanges)
{
    public string Path => Kind == PageKind.Home ? "/" : "/" + Slug;
}
