using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Library.Commons;

/// <summary>
/// Pictures and documents of shared guides: copies on the hub's side, so that a guide that all may read shows nothing that its space could take
/// away, and looks into no space. See decision 0076.
/// </summary>
internal sealed class CommonsMedia(IMediaIntegrationService media, ICurrentTenant currentTenant) : ITransientDependency
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Copies what a guide of the current space shows to the hub.</summary>
    /// <returns>The body, naming the copies.</returns>
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.GuideMediaTooLarge"/>; what the module Sites refuses.</exception>
    public async Task<string> ShareAsync(string body)
    {
        var named = MediaUrns.In(body);
        var files = await media.GetListAsync(named);
        // Somebody else's file, named by hand, is not one that this guide may hold on the hub's side, or take from there.
        body = MediaUrns.Replace(body, named.Except(files.Select(file => file.Id)).ToDictionary(id => id, _ => MediaUrns.Of(Guid.Empty)));
        return files.Sum(file => file.Size) <= GuideConsts.MaxSharedMegabytes * Megabyte
            ? await media.CopyAsync(body, to: null)
            : throw new BusinessException(LibraryErrorCodes.GuideMediaTooLarge).WithData("MaxMegabytes", GuideConsts.MaxSharedMegabytes);
    }

    /// <summary>Copies what a shared guide shows to a space.</summary>
    /// <returns>The body, naming the copies.</returns>
    /// <exception cref="BusinessException">What the module Sites refuses: the space has no room.</exception>
    public async Task<string> TakeAsync(string body, Guid tenantId)
    {
        using (currentTenant.Change(null))
        {
            return await media.CopyAsync(body, tenantId);
        }
    }

    /// <summary>
    /// What nobody shows any more since this was saved goes into the hub's trash, where pages that a reader has open still find it for a while.
    /// </summary>
    /// <param name="body">What was shown.</param>
    /// <param name="forGood">It goes at once: it was withdrawn, maybe for a picture.</param>
    public async Task ReleaseAsync(string body, bool forGood = false)
    {
        using (currentTenant.Change(null))
        {
            await media.ReleaseAsync(MediaUrns.In(body), forGood);
        }
    }
}
