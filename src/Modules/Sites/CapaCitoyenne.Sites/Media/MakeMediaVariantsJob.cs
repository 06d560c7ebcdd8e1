using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Media;

[BackgroundJobName("Sites.MakeMediaVariants")]
internal sealed class MakeMediaVariantsArgs
{
    public Guid MediaId { get; set; }
}

internal sealed class MakeMediaVariantsJob(IRepository<MediaFile, Guid> media, MediaManager mediaManager, SiteManager siteManager) : AsyncBackgroundJob<MakeMediaVariantsArgs>
{
    public override async Task ExecuteAsync(MakeMediaVariantsArgs args)
    {
        // Deleted in the meantime: nothing to do.
        if (await media.FindAsync(args.MediaId) is not { } file) return;
        await mediaManager.MakeVariantsAsync(file);
        await siteManager.ContentChangedAsync();
    }
}
