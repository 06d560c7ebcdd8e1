using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>The pages of the current space's site, for those who write them.</summary>
public interface IPageAppService : IApplicationService
{
    /// <summary>All pages: menu first, in its order.</summary>
    Task<ListResultDto<PageListItemDto>> GetListAsync(GetPagesInput input);

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

    /// <summary>Says who may read it, at once. Errors: PageStaysPublic.</summary>
    Task<PageDto> SetAudienceAsync(Guid id, SetPageAudienceInput input);

    /// <summary>Joins the menu at its end, or leaves it; see <see cref="Menus.IMenuAppService"/> for its order.</summary>
    Task<PageDto> SetMenuAsync(Guid id, SetPageMenuInput input);

    /// <summary>
    /// Puts the draft online, until the end of the input: when the end is refused, nothing goes online. Without an input, an end that was set
    /// before stays. Errors: EmailNotConfirmed, LegalNoticeIncomplete, DocumentNotPublishable, and those of <see cref="ScheduleAsync"/>.
    /// </summary>
    Task<PageDto> PublishAsync(Guid id, PublishInput? input = null);

    /// <summary>
    /// Has the draft, as it stands then, go online at an instant, and the page offline at another; empty inputs take back what was scheduled.
    /// What stands in the way at that instant is told in <see cref="PageListItemDto.ScheduleProblem"/> and by mail.
    /// Errors: ScheduleInPast, ScheduleTooFar, ScheduleEndsBeforeBeginning, HomePageStays.
    /// </summary>
    Task<PageDto> ScheduleAsync(Guid id, ScheduleInput input);

    Task<PageDto> UnpublishAsync(Guid id);

    /// <summary>Into the trash, for thirty days. Errors: HomePageStays, LegalPageStays.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>The latest first.</summary>
    Task<ListResultDto<TrashItemDto>> GetTrashAsync();

    /// <summary>It has its former address again, or the nearest free one.</summary>
    Task<PageDto> RestoreFromTrashAsync(Guid id, RestoreFromTrashInput input);

    Task DeleteForGoodAsync(Guid id);

    /// <summary>Newest first.</summary>
    Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id);

    Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number);

    /// <summary>What a revision changed against the one before it, or against revision <paramref name="from"/>.</summary>
    Task<RevisionDifferenceDto> GetRevisionDifferenceAsync(Guid id, int number, int? from = null);

    /// <summary>Makes an older state the draft, as a new revision.</summary>
    Task<PageDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input);

    /// <summary>What somebody who reads the draft along would point out, in the order of the text; 40 remarks at most.</summary>
    Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id);

    Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id);
}
