using NetVips;

namespace CapaCitoyenne.Sites.Media;

/// <summary>A picture that is safe to keep: upright, sRGB, without metadata.</summary>
internal sealed record CleanImage(byte[] Bytes, string ContentType, int Width, int Height);

/// <summary>Cleans and shrinks pictures with libvips. At most two are decoded at once: each may take 200 MB.</summary>
internal sealed class ImageProcessor : ISingletonDependency, IDisposable
{
    private readonly SemaphoreSlim _places = new(2);

    static ImageProcessor() => Cache.Max = 0;

    public void Dispose() => _places.Dispose();

    /// <summary>
    /// Decodes and writes the picture anew: what is not picture (GPS, comments, a second file behind it) is gone. Turned as its EXIF says.
    /// JPEG stays JPEG and PNG stays PNG; other kinds become the one that holds them, the first frame of animations.
    /// </summary>
    /// <exception cref="BusinessException">MediaTypeNotAllowed, MediaTooManyPixels, MediaUnreadable.</exception>
    public async Task<CleanImage> CleanAsync(byte[] bytes)
    {
        var type = ImageTypes.Sniff(bytes) ?? throw new BusinessException(SitesErrorCodes.MediaTypeNotAllowed);
        return await InPlaceAsync(() =>
        {
            // Only the header is read here; pixels are decoded by the first operation that needs them.
            using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            if ((long)header.Width * header.Height > MediaConsts.MaxMegapixels * 1_000_000L)
            {
                throw new BusinessException(SitesErrorCodes.MediaTooManyPixels)
                    .WithData("MaxMegapixels", MediaConsts.MaxMegapixels).WithData("Width", header.Width).WithData("Height", header.Height);
            }
            using var image = Normalize(Image.NewFromBuffer(bytes, failOn: Enums.FailOn.Error));
            var target = type == ImageTypes.Jpeg || (type != ImageTypes.Png && !image.HasAlpha()) ? ImageTypes.Jpeg : ImageTypes.Png;
            return new CleanImage(Encode(image, target), target, image.Width, image.Height);
        });
    }

    /// <summary>The picture, that wide, in a format. It is never made larger.</summary>
    public Task<byte[]> ShrinkAsync(byte[] cleanBytes, int width, string contentType) => InPlaceAsync(() =>
    {
        using var image = Image.ThumbnailBuffer(cleanBytes, width, height: 100_000, size: Enums.Size.Down);
        return Encode(image, contentType);
    });

    private static Image Normalize(Image image)
    {
        var upright = image.Autorot();
        if (upright.Contains("icc-profile-data")) upright = upright.IccTransform("srgb", embedded: true);
        return upright.Colourspace(Enums.Interpretation.Srgb);
    }

    private static byte[] Encode(Image image, string contentType) => image.WriteToBuffer(contentType switch
    {
        ImageTypes.Jpeg => ".jpg[Q=82,optimize-coding,interlace,keep=none]",
        ImageTypes.WebP => ".webp[Q=78,effort=4,keep=none]",
        _ => ".png[compression=8,keep=none]",
    });

    private async Task<T> InPlaceAsync<T>(Func<T> work)
    {
        await _places.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        catch (VipsException exception)
        {
            throw new BusinessException(SitesErrorCodes.MediaUnreadable, innerException: exception);
        }
        finally
        {
            _places.Release();
        }
    }
}
