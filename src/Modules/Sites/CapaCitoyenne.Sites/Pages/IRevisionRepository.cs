namespace CapaCitoyenne.Sites.Pages;

internal interface IRevisionRepository : IRepository<Revision, Guid>
{
    /// <summary>Newest first, without the documents.</summary>
    Task<List<RevisionSummary>> GetSummariesAsync(Guid publicationId);

    /// <summary>Drops unpublished revisions up to a number.</summary>
    Task PruneAsync(Guid publicationId, int upToNumber);
}

internal sealed record RevisionSummary(int Number, string Title, DateTime CreationTime, Guid? CreatorId, bool WasPublished);
