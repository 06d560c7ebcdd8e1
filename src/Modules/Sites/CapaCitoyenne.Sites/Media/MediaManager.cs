using System.Security.Cryptography;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Takes files in, gives them other bytes, makes the smaller sizes of pictures, and removes files for good.</summary>
internal sealed class MediaManager(
    IMediaRepository media, IBlobContainer<MediaContainer> blobs, ImageProcessor images, MediaQuota quota, SiteManager siteManager, IUnitOfWorkManager unitOfWorkManager,
    IBackgroundJobManager jobs) : DomainService
{
    private const int SmallestVariant = 480;
    private const int Megabyte = 1024 * 1024;

    /// <summary>Checks and stores a file; one that the space has already is not stored twice.</summary>
    /// <param name="stream">Seekable. Documents go from it to the store without being held in memory.</param>
    /// <exception cref="BusinessException">See <see cref="FileSniffer"/> and <see cref="ImageProcessor"/>, and MediaTooLarge, MediaQuotaExceeded.</exception>
    public async Task<MediaFile> AddAsync(string fileName, Stream stream)
    {
        var (content, bytes) = await ReadAsync(stream);
        if (await media.FirstOrDefaultAsync(file => file.Hash == content.Hash) is { } known) return known;
        await StoreAsync(content, bytes);
        var added = new MediaFile(GuidGenerator.Create(), CurrentTenant.Id, CleanName(fileName), content);
        await media.InsertAsync(added);
        await ShrinkLaterAsync(added);
        return added;
    }

    /// <summary>Gives a file other bytes; what shows it shows them at once.</summary>
    /// <exception cref="BusinessException">Those of <see cref="AddAsync"/>, and MediaKindDiffers.</exception>
    public async Task ReplaceAsync(MediaFile file, Stream stream)
    {
        var (content, bytes) = await ReadAsync(stream);
        if (content.Hash == file.Hash) return;
        file.Replace(content);
        await StoreAsync(content, bytes);
        await ShrinkLaterAsync(file);
        await siteManager.ContentChangedAsync();
    }

    /// <summary>Idempotent: writes the same blobs again.</summary>
    public async Task MakeVariantsAsync(MediaFile file)
    {
        byte[] original;
        await using (var stream = await blobs.GetAsync(MediaPaths.Original(file.Hash, file.Type)))
        {
            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer);
            original = buffer.ToArray();
        }
        var widths = MediaConsts.VariantWidths.Where(width => width < file.Width).DefaultIfEmpty(Math.Min(SmallestVariant, file.Width)).ToList();
        foreach (var width in widths)
            foreach (var (type, bytes) in await images.ShrinkAsync(original, width, [FileTypes.WebP, file.FallbackType]))
                await blobs.SaveAsync(MediaPaths.Variant(file.Hash, width, type), new MemoryStream(bytes), overrideExisting: true);
        file.SetVariants(widths);
    }

    /// <summary>Removes what is in the trash for good.</summary>
    /// <param name="before">Only what was put there before (UTC); null: everything.</param>
    public async Task EmptyTrashAsync(DateTime? before = null) => await RemoveAsync(await media.GetTrashAsync(before));

    /// <summary>Removes files for good; the bytes go when the unit of work is done, unless another file of the space is made of them.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<MediaFile> files)
    {
        if (files.Count == 0) return;
        await media.PurgeAsync([.. files.Select(file => file.Id)]);
        var kept = (await media.GetContentsAsync()).SelectMany(MediaPaths.Blobs).ToHashSet(StringComparer.Ordinal);
        var gone = files.SelectMany(file => MediaPaths.Blobs(file.Content).Select(name => (file.Hash, Name: name))).Distinct()
            .Where(blob => !kept.Contains(blob.Name)).ToLookup(blob => blob.Hash, blob => blob.Name);
        var space = CurrentTenant.Id;
        unitOfWorkManager.Current!.OnCompleted(async () =>
        {
            // Whoever asked may have gone back to a space of their own.
            using var tenant = CurrentTenant.Change(space);
            foreach (var names in gone)
            {
                // The same file may have come in again since.
                if (await HasAsync(names.Key)) continue;
                foreach (var name in names) await blobs.DeleteAsync(name);
            }
        });
    }

    private async Task<bool> HasAsync(string hash)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var found = await media.AnyAsync(file => file.Hash == hash);
        await unitOfWork.CompleteAsync();
        return found;
    }

    private async Task<(FileContent Content, Stream Bytes)> ReadAsync(Stream stream)
    {
        Limit(stream, Math.Max(MediaConsts.MaxMegabytes, MediaConsts.MaxDocumentMegabytes));
        var type = await FileSniffer.SniffAsync(stream);
        if (type.Kind == MediaKind.Document)
        {
            Limit(stream, MediaConsts.MaxDocumentMegabytes);
            var hash = HashOf(await SHA256.HashDataAsync(stream));
            stream.Position = 0;
            return (new FileContent(type, hash, 0, 0, false, stream.Length), stream);
        }
        Limit(stream, MediaConsts.MaxMegabytes);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        var image = await images.CleanAsync(bytes, type);
        return (
            new FileContent(image.Type, HashOf(SHA256.HashData(image.Bytes)), image.Width, image.Height, image.IsTransparent, image.Bytes.Length),
            new MemoryStream(image.Bytes));
    }

    private async Task StoreAsync(FileContent content, Stream bytes)
    {
        await quota.CheckAsync(content.Size);
        await blobs.SaveAsync(MediaPaths.Original(content.Hash, content.Type), bytes, overrideExisting: true);
    }

    /// <summary>Makes the smaller sizes of a picture in a job.</summary>
    public Task ShrinkLaterAsync(MediaFile file)
        => file.Kind == MediaKind.Picture ? jobs.EnqueueAsync(new MakeMediaVariantsArgs { MediaId = file.Id }) : Task.CompletedTask;

    private static void Limit(Stream stream, int megabytes)
    {
        if (stream.Length > (long)megabytes * Megabyte) throw new BusinessException(SitesErrorCodes.MediaTooLarge).WithData("MaxMegabytes", megabytes);
    }

    private static string HashOf(byte[] hash) => Convert.ToHexStringLower(hash)[..MediaFile.HashLength];

    private static string CleanName(string fileName)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        if (name.Length == 0) name = "fichier";
        return name.Length <= MediaConsts.MaxFileNameLength ? name : name[..MediaConsts.MaxFileNameLength];
    }
}
