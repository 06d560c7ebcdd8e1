namespace CapaCitoyenne.Sites.Media;

/// <summary>How much room the library of a space has. Smaller sizes of pictures do not count: the sum is that of the files that people see.</summary>
internal sealed class MediaQuota(IMediaRepository media, ISettingProvider settings) : ITransientDependency
{
    private const long Megabyte = 1024 * 1024;

    public async Task<MediaQuotaDto> GetAsync()
    {
        var (used, trash) = await media.SumSizesAsync();
        return new MediaQuotaDto(used, trash, Megabyte * await settings.GetAsync(MediaSettings.QuotaMegabytes, MediaSettings.DefaultQuotaMegabytes));
    }

    /// <exception cref="BusinessException">MediaQuotaExceeded.</exception>
    public async Task CheckAsync(long moreBytes)
    {
        var room = await GetAsync();
        if (room.UsedBytes + moreBytes <= room.MaxBytes) return;
        throw new BusinessException(SitesErrorCodes.MediaQuotaExceeded).WithData("MaxMegabytes", room.MaxBytes / Megabyte).WithData("UsedMegabytes", room.UsedBytes / Megabyte);
    }
}
