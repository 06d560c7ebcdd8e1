using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>The picture beside the association's name.</summary>
internal sealed class SiteLogo(IRepository<MediaFile, Guid> media) : ITransientDependency
{
    /// <exception cref="BusinessException">The space has no such picture.</exception>
    public async Task CheckAsync(Guid? mediaId)
    {
        if (mediaId is { } id && await media.FindAsync(id) is not { Width: > 0 }) throw new BusinessException(SitesErrorCodes.LogoUnknown);
    }

    public async Task<MediaFile?> FindFileAsync(Site site) => site.LogoMediaId is { } id ? await media.FindAsync(id) : null;

    /// <summary>Address of its smallest size, which is more than any screen shows; null when there is none (any more).</summary>
    public static string? UrlOf(MediaFile? file)
    {
        if (file is null) return null;
        var logo = file.ToResolved();
        return logo.Variants.OrderBy(variant => variant.Width).FirstOrDefault()?.Url ?? logo.Url;
    }
}
