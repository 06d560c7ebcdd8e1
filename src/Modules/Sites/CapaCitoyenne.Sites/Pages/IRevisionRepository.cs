namespace CapaCitoyenne.Sites.Pages;

internal interface IRevisionRepository : IRepository<Revision, Guid>
{
    /// <summary>Newest first, without the documents.</summary>
    Task<List<RevisionSummary>> GetSummariesAsync(Guid publicationId);

    /// <summary>The draft's own revision.</summary>
    Task<Revision?> FindLatestAsync(Guid publicationId);

    /// <summary>Drops revisions by their numbers.</summary>
    Task PruneAsync(Guid publicationId, int[] numbers);

    /// <summary>Drops all revisions of pages and posts that are deleted for good.</summary>
    Task DeleteOfAsync(Guid[] publicationIds);
}

internal sealed record RevisionSummary(int Number, string Title, DateTime Time, Guid? CreatorId, bool WasPublished);
