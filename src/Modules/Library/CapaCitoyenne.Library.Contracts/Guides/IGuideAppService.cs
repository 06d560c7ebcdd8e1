namespace CapaCitoyenne.Library.Guides;

/// <summary>
/// Guides of the current space, for its staff. Served at <c>/api/library/guide</c>.
/// Readers always see the last published revision; the working text is the authors' own.
/// </summary>
public interface IGuideAppService : IApplicationService
{
    /// <summary>Guides of the space, last changed first; for those who do not write, as they were published.</summary>
    Task<PagedResultDto<GuideListItemDto>> GetListAsync(GetGuidesInput input);

    /// <summary>A guide with its working text.</summary>
    Task<GuideDto> GetAsync(Guid id);

    /// <summary>Begins a guide, as a draft.</summary>
    Task<GuideDto> CreateAsync(CreateGuideInput input);

    /// <summary>Saves the working text. 409 when the stamp is old: someone saved in the meantime.</summary>
    Task<GuideDto> UpdateAsync(Guid id, UpdateGuideInput input);

    /// <summary>Freezes a revision and shows it to the members of the space.</summary>
    Task<GuideDto> PublishAsync(Guid id, PublishGuideInput input);

    /// <summary>Freezes a revision and proposes it to the curators of the commons; it takes the place of one that waits. 409 when all may read it already.</summary>
    Task<GuideDto> SubmitAsync(Guid id, PublishGuideInput input);

    /// <summary>Takes a proposal back that no curator has answered yet.</summary>
    Task<GuideDto> TakeBackAsync(Guid id);

    /// <summary>Puts a guide away and withdraws it from the commons, where a tombstone stays.</summary>
    Task<GuideDto> ArchiveAsync(Guid id);

    /// <summary>Takes an archived guide out again: the members read what they read before. To be shared again it must be proposed.</summary>
    Task<GuideDto> RestoreAsync(Guid id);

    /// <summary>Copies a guide of the commons into the space. Attribution and licence are computed.</summary>
    Task<GuideDto> AdaptAsync(AdaptGuideInput input);

    /// <summary>Begins a guide from a Markdown file with front matter.</summary>
    Task<GuideDto> ImportAsync(ImportGuideInput input);

    /// <summary>The working text as a Markdown file with front matter.</summary>
    Task<GuideMarkdownDto> GetMarkdownAsync(Guid id);

    /// <summary>Revisions, newest first; for those who do not write, the one that they read.</summary>
    Task<ListResultDto<GuideRevisionDto>> GetRevisionsAsync(Guid id);
}
