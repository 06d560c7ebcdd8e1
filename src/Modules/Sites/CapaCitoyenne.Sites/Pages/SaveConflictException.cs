using CapaCitoyenne.Sites.Documents.Merging;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>Two people changed the same block: the answer holds both texts, so that nothing is lost.</summary>
internal sealed class SaveConflictException(int revision, string title, MergeResult merge) : BusinessException(SitesErrorCodes.SaveConflict), IProblemData
{
    public object ProblemData { get; } = new SaveConflictDto(
        revision, title, merge.Document.ToJson(), [.. merge.Conflicts.Select(c => new BlockConflictDto(c.BlockId, c.Mine?.ToJson(), c.Theirs?.ToJson()))]);
}
