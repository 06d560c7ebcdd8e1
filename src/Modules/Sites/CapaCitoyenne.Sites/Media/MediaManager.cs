using System.Security.Cryptography;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Takes pictures in and makes their smaller sizes.</summary>
internal sealed class MediaManager(
    IRepository<MediaFile, Guid> media, IBlobContainer<MediaContainer> blobs, ImageProcessor images, IBackgroundJobManager jobs) : DomainService
{
    private const int SmallestVariant = 480;

    /// <summary>Cleans and stores a picture; one that the space has already is not stored twice.</summary>
    /// <exception cref="BusinessException">See <see cref="ImageProcessor.CleanAsync"/>, and MediaTooLarge.</exception>
    public async Task<MediaFile> AddAsync(string fileName, byte[] bytes)
    {
        if (bytes.Length > MediaConsts.MaxMegabytes * 1024 * 1024)
            throw new BusinessException(SitesErrorCodes.MediaTooLarge).WithData("MaxMegabytes", MediaConsts.MaxMegabytes);
        var image = await images.CleanAsync(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(image.Bytes))[..MediaFile.HashLength];
        if (await media.FirstOrDefaultAsync(file => file.Hash == hash) is { } known) return known;

        await blobs.SaveAsync(MediaPaths.Original(hash, image.ContentType), new MemoryStream(image.Bytes), overrideExisting: true);
        var added = new MediaFile(
            GuidGenerator.Create(), CurrentTenant.Id, CleanName(fileName), hash, image.ContentType, image.Width, image.Height, image.Bytes.Length);
        await media.InsertAsync(added);
        await jobs.EnqueueAsync(new MakeMediaVariantsArgs { MediaId = added.Id });
        return added;
    }

    /// <summary>Idempotent: writes the same blobs again.</summary>
    public async Task MakeVariantsAsync(MediaFile file)
    {
        byte[] original;
        await using (var stream = await blobs.GetAsync(MediaPaths.Original(file.Hash, file.ContentType)))
        {
            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer);
            original = buffer.ToArray();
        }
        var widths = MediaConsts.VariantWidths.Where(width => width < file.Width).DefaultIfEmpty(Math.Min(SmallestVariant, file.Width)).ToList();
        foreach (var width in widths)
        {
            foreach (var type in new[] { ImageTypes.WebP, file.ContentType })
            {
                var bytes = await images.ShrinkAsync(original, width, type);
                await blobs.SaveAsync(MediaPaths.Variant(file.Hash, width, type), new MemoryStream(bytes), overrideExisting: true);
            }
        }
        file.SetVariants(widths);
    }

    private static string CleanName(string fileName)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        if (name.Length == 0) name = "image";
        return name.Length <= MediaConsts.MaxFileNameLength ? name : name[..MediaConsts.MaxFileNameLength];
    }
}
