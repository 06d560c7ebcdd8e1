namespace CapaCitoyenne.Sites.Media;

[IntegrationService]
internal sealed class MediaIntegrationService(MediaManager manager, MediaCopier copier, IMediaRepository media, IBlobContainer<MediaContainer> blobs)
    : SitesAppService, IMediaIntegrationService
{
    public async Task<string> AddAsync(string fileName, byte[] content) => MediaUrns.Of((await manager.AddAsync(fileName, new MemoryStream(content, writable: false))).Id);

    public async Task<List<MediaFileInfo>> GetListAsync(IReadOnlyCollection<Guid> ids) => ids.Count == 0
        ? []
        : (await media.GetListAsync(file => ids.Contains(file.Id))).ConvertAll(file => new MediaFileInfo(file.Id, MediaPaths.FileName(file), file.Size));

    public async Task<Stream?> OpenAsync(Guid id)
        => await media.FindAsync(id) is { } file ? await blobs.GetOrNullAsync(MediaPaths.Original(file.Hash, file.Type)) : null;

    public Task<string> CopyAsync(string document, Guid? to) => copier.CopyAsync(document, to);

    public async Task ReleaseAsync(IReadOnlyCollection<Guid> ids, bool forGood = false)
    {
        if (ids.Count == 0) return;
        var unused = await media.GetUnusedAsync(ids);
        if (forGood) await manager.RemoveAsync(unused);
        else await media.DeleteManyAsync(unused, autoSave: true);
    }
}
