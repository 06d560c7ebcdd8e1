namespace CapaCitoyenne.Sites.Pages;

/// <summary>What repositories of pages and posts have in common.</summary>
internal interface IPublicationRepository<T> : IRepository<T, Guid> where T : Publication
{
    /// <summary>
    /// Takes the row until the commit, then reads it: changes of one publication (saves, the scheduler, a publication) wait for each other
    /// instead of ending in a conflict.
    /// </summary>
    /// <exception cref="EntityNotFoundException">There is no such row in this space.</exception>
    Task<T> GetForChangeAsync(Guid id);

    /// <summary>What is due now, the earliest first.</summary>
    Task<List<DueChange>> GetDueAsync(DateTime now);

    /// <summary>Takes a due change for this unit of work; false when another process has made it.</summary>
    Task<bool> TakeAsync(DueChange change);

    /// <summary>What was deleted, the latest first; without documents.</summary>
    Task<List<TrashSummary>> GetTrashAsync();

    /// <exception cref="EntityNotFoundException">Nothing of this id is in the trash.</exception>
    Task<T> GetFromTrashAsync(Guid id);

    /// <summary>Deletes the rows themselves, of those that are in the trash.</summary>
    Task DeleteForGoodAsync(Guid[] ids);
}

internal sealed record TrashSummary(Guid Id, string Title, string Slug, bool WasPublished, DateTime DeletionTime);

internal sealed record ScheduleSummary(DateTime? PublishAt, DateTime? UnpublishAt, string? Problem);

/// <param name="Time">The <see cref="Publication.NextChangeTime"/> that has come.</param>
internal sealed record DueChange(Guid Id, DateTime Time);
