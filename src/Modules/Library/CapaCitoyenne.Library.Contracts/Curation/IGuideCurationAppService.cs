namespace CapaCitoyenne.Library.Curation;

/// <summary>
/// The hub's curators answer the guides proposed to the commons. Served at <c>/api/library/guide-curation</c>, on the
/// hub's side: no space is chosen. A proposal is a copy; a curator never sees the space's own guides.
/// </summary>
public interface IGuideCurationAppService : IApplicationService
{
    /// <summary>The queue, oldest first.</summary>
    Task<PagedResultDto<GuideSubmissionListItemDto>> GetListAsync(GetGuideSubmissionsInput input);

    /// <summary>One proposal, whole.</summary>
    Task<GuideSubmissionDto> GetAsync(Guid id);

    /// <summary>Sends the guide back to its author with a message.</summary>
    Task<GuideSubmissionDto> RequestChangesAsync(Guid id, RequestGuideChangesInput input);

    /// <summary>Writes the immutable snapshot into the commons and its search index.</summary>
    Task<GuideSubmissionDto> PublishAsync(Guid id);

    /// <summary>Takes a shared guide out of the commons, with a reason; a tombstone stays.</summary>
    Task WithdrawAsync(WithdrawCommonsGuideInput input);
}
