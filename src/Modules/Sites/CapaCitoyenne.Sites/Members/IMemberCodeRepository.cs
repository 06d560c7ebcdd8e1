namespace CapaCitoyenne.Sites.Members;

internal interface IMemberCodeRepository : IRepository<MemberCode, Guid>
{
    /// <summary>Takes a code that is still good out of the table: its member, or null. Only one caller gets it.</summary>
    Task<Guid?> TakeAsync(string hash, DateTime now);

    Task DeleteExpiredAsync(DateTime now);
}
