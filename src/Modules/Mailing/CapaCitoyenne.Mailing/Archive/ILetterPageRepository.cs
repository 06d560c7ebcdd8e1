namespace CapaCitoyenne.Mailing.Archive;

internal interface ILetterPageRepository : IRepository<LetterPage, Guid>
{
    /// <summary>Those of the archive, the latest first.</summary>
    /// <param name="before">UTC; the last one of the page before.</param>
    Task<List<LetterPage>> GetPublicAsync(DateTime? before, int count);
}
