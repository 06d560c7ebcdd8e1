namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// The pictures and documents of the current space. They are sent to <c>POST /api/sites/media</c> as the form field <c>file</c>, one a call, which
/// answers a <see cref="MediaDto"/>; <c>POST /api/sites/media/{id}/replace</c> gives an existing one other bytes. Errors there (400): MediaMissing,
/// MediaTypeNotAllowed, MediaSvgRefused, MediaOldOffice, MediaTooLarge, MediaTooManyPixels, MediaUnreadable, MediaHasMacros, MediaQuotaExceeded,
/// MediaKindDiffers.
/// </summary>
public interface IMediaAppService : IApplicationService
{
    /// <summary>Newest first; in the trash too.</summary>
    Task<MediaPageDto> GetListAsync(GetMediaInput input);

    Task<MediaDto> GetAsync(Guid id);

    /// <summary>What a document names, in one call.</summary>
    Task<ListResultDto<MediaDto>> GetManyAsync(GetManyMediaInput input);

    /// <summary>Errors: MediaAltIsFileName; 409 when somebody else described it meanwhile.</summary>
    Task<MediaDto> UpdateAsync(Guid id, UpdateMediaInput input);

    /// <summary>Everything that shows it.</summary>
    Task<ListResultDto<MediaUsageDto>> GetUsagesAsync(Guid id);

    Task<MediaQuotaDto> GetQuotaAsync();

    /// <summary>Into the trash. Errors: MediaInUse, unless <paramref name="evenIfUsed"/>.</summary>
    Task DeleteAsync(Guid id, bool evenIfUsed = false);

    /// <summary>Out of the trash.</summary>
    Task<MediaDto> RestoreAsync(Guid id);

    /// <summary>Removes what is in the trash for good, bytes included: addresses of it no longer answer, in letters that were sent neither.</summary>
    Task EmptyTrashAsync();
}
