namespace CapaCitoyenne.Sites.Members;

/// <summary>What a person wrote and signed on the sites of all spaces.</summary>
internal interface ISignatureRepository
{
    /// <summary>Pages, news and events that the account made, in order of making; without those in the trash.</summary>
    Task<List<WrittenContent>> GetContentsAsync(Guid userId);

    /// <summary>Takes the name off the news that the account made, in the trash as well.</summary>
    /// <returns>The spaces whose readers see it.</returns>
    Task<List<Guid>> ForgetAsync(Guid userId, string name);
}

/// <param name="Kind"><c>page</c>, <c>post</c> or <c>event</c>.</param>
/// <param name="CreationTime">UTC.</param>
internal sealed record WrittenContent(string Kind, string Title, DateTime CreationTime);
