namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// The pictures of the current space. They are sent to <c>POST /api/sites/media</c> as the form field <c>file</c>, one a call, which answers
/// a <see cref="MediaDto"/>. Errors there: MediaMissing, MediaTypeNotAllowed, MediaTooLarge, MediaTooManyPixels, MediaUnreadable (400).
/// </summary>
public interface IMediaAppService : IApplicationService
{
    /// <summary>Newest first.</summary>
    Task<PagedResultDto<MediaDto>> GetListAsync(PagedResultRequestDto input);

    Task<MediaDto> GetAsync(Guid id);

    Task<MediaDto> UpdateAsync(Guid id, UpdateMediaInput input);

    /// <summary>Errors: MediaInUse.</summary>
    Task DeleteAsync(Guid id);
}
