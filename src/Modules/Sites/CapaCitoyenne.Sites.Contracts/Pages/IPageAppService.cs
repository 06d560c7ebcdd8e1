namespace CapaCitoyenne.Sites.Pages;

/// <summary>The pages of the current space's site, for those who write them.</summary>
public interface IPageAppService : IApplicationService
{
    /// <summary>All pages: menu first, in its order.</summary>
    Task<ListResultDto<PageListItemDto>> GetListAsync();

    Task<PageDto> GetAsync(Guid id);

    /// <summary>Errors: SlugInvalid, SlugReserved, SlugTaken, DocumentInvalid, TooManyPages.</summary>
    Task<PageDto> CreateAsync(CreatePageInput input);

    /// <summary>
    /// Saves the draft; readers see nothing of it. Saves of others since the base revision are merged block by block.
    /// Errors: SaveConflict (409), DocumentInvalid, RevisionUnknown.
    /// </summary>
    Task<PageDto> UpdateAsync(Guid id, SaveDraftInput input);

    /// <summary>The old address leads to the new one. Errors: SlugInvalid, SlugReserved, SlugTaken, HomePageStays.</summary>
    Task<PageDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input);

    Task<PageDto> SetMenuAsync(Guid id, SetPageMenuInput input);

    Task OrderMenuAsync(OrderMenuInput input);

    /// <summary>Puts the draft online. Errors: EmailNotConfirmed, LegalNoticeIncomplete, DocumentNotPublishable.</summary>
    Task<PageDto> PublishAsync(Guid id);

    Task<PageDto> UnpublishAsync(Guid id);

    /// <summary>Errors: HomePageStays, LegalPageStays.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Newest first.</summary>
    Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id);

    Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number);

    /// <summary>Makes an older state the draft, as a new revision.</summary>
    Task<PageDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input);

    /// <summary>What somebody who reads the draft along would point out, in the order of the text; 40 remarks at most.</summary>
    Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id);

    Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id);
}
