namespace CapaCitoyenne.Sites.Media;

/// <summary>How much room the library of a space has, or the hub's. Smaller sizes of pictures do not count: the sum is that of the files that people see.</summary>
internal sealed class MediaQuota(IMediaRepository media, ISettingProvider settings, ICurrentTenant currentTenant) : ITransientDependency
{
    private const long Megabyte = 1024 * 1024;

    public async Task<MediaQuotaDto> GetAsync()
    {
        var (used, trash) = await media.SumSizesAsync();
        return new MediaQuotaDto(used, trash, await GetMaxBytesAsync());
    }

    public async Task<long> GetMaxBytesAsync() => Megabyte * (currentTenant.IsAvailable
        ? await settings.GetAsync(MediaSettings.QuotaMegabytes, MediaSettings.DefaultQuotaMegabytes)
        : await settings.GetAsync(MediaSettings.HubQuotaMegabytes, MediaSettings.DefaultHubQuotaMegabytes));

    /// <exception cref="BusinessException">MediaQuotaExceeded, HubMediaQuotaExceeded.</exception>
    public async Task CheckAsync(long moreBytes)
    {
        var room = await GetAsync();
        if (room.UsedBytes + moreBytes <= room.MaxBytes) return;
        throw new BusinessException(currentTenant.IsAvailable ? SitesErrorCodes.MediaQuotaExceeded : SitesErrorCodes.HubMediaQuotaExceeded)
            .WithData("MaxMegabytes", room.MaxBytes / Megabyte).WithData("UsedMegabytes", room.UsedBytes / Megabyte);
    }
}
