namespace CapaCitoyenne.Library.Guides;

/// <summary>The guides that a person made, in all spaces, and their name on every copy of them: drafts, revisions, proposals, snapshots of the commons.</summary>
internal interface IGuideSignatureRepository
{
    /// <summary>In order of making; without those in the trash.</summary>
    Task<List<WrittenGuide>> GetGuidesAsync(Guid userId);

    /// <summary>Takes the name off the guides that the person made or changed last: readers then see the association's alone, which is the attribution that the licence asks for.</summary>
    /// <returns>The snapshots that the commons are searched by, to be indexed anew.</returns>
    Task<List<Guid>> ForgetAsync(Guid userId, string name);
}

/// <param name="CreationTime">UTC.</param>
internal sealed record WrittenGuide(string Title, string Licence, DateTime CreationTime);
