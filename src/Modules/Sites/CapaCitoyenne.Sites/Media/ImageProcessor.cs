using NetVips;

namespace CapaCitoyenne.Sites.Media;

/// <summary>A picture that is safe to keep: upright, sRGB, without metadata.</summary>
internal sealed record CleanImage(byte[] Bytes, FileType Type, int Width, int Height, bool IsTransparent);

/// <summary>Cleans and shrinks pictures with libvips. At most two are decoded at once: each may take 200 MB.</summary>
internal sealed class ImageProcessor : ISingletonDependency, IDisposable
{
    // What JPEG can hold.
    private const int MaxSide = 65_000;

    // What WebP can hold.
    private const int MaxVariantHeight = 16_000;

    private const int OriginalQuality = 90;
    private const int VariantQuality = 80;

    private readonly SemaphoreSlim _places = new(2);

    static ImageProcessor()
    {
        Cache.Max = 0;
        // What is wrong with a picture is told to whoever sent it; the log is no place for it.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    public void Dispose() => _places.Dispose();

    /// <summary>
    /// Decodes and writes the picture anew: what is not picture (GPS, comments, a second file behind it) is gone. Turned as its EXIF says.
    /// Kept as JPEG, or as PNG where it is PNG already or see-through; of animations the first picture.
    /// </summary>
    /// <exception cref="BusinessException">MediaTooManyPixels, MediaUnreadable.</exception>
    public Task<CleanImage> CleanAsync(byte[] bytes, FileType type) => InPlaceAsync(() =>
    {
        if (type == FileTypes.Heic)
        {
            var (width, height) = HeicReader.Measure(bytes);
            CheckSize(width, height);
            bytes = HeicReader.ToJpeg(bytes);
        }
        // Only the header is read here; pixels are decoded by the first operation that needs them.
        using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        CheckSize(header.Width, header.Height);
        // Line by line where that is possible: a picture that is turned or looked through is held whole.
        var isTurned = header.Contains("orientation") && header.Get("orientation") is int and not 1;
        var access = isTurned || header.HasAlpha() ? Enums.Access.Random : Enums.Access.Sequential;
        using var image = Normalize(Image.NewFromBuffer(bytes, access: access, failOn: Enums.FailOn.Error));
        var target = type == FileTypes.Png || image.HasAlpha() ? FileTypes.Png : FileTypes.Jpeg;
        return new CleanImage(Encode(image, target, OriginalQuality), target, image.Width, image.Height, image.HasAlpha());
    });

    /// <summary>The picture, that wide, in each format. It is never made larger.</summary>
    public Task<IReadOnlyDictionary<FileType, byte[]>> ShrinkAsync(byte[] cleanBytes, int width, IReadOnlyList<FileType> types)
        => InPlaceAsync<IReadOnlyDictionary<FileType, byte[]>>(() =>
        {
            using var image = Image.ThumbnailBuffer(cleanBytes, width, height: MaxVariantHeight, size: Enums.Size.Down).CopyMemory();
            return types.ToDictionary(type => type, type => Encode(image, type, VariantQuality));
        });

    private static void CheckSize(long width, long height)
    {
        if (width * height <= MediaConsts.MaxMegapixels * 1_000_000L && width <= MaxSide && height <= MaxSide) return;
        throw new BusinessException(SitesErrorCodes.MediaTooManyPixels)
            .WithData("MaxMegapixels", MediaConsts.MaxMegapixels).WithData("Width", width).WithData("Height", height);
    }

    private static Image Normalize(Image image)
    {
        var upright = image.Autorot();
        if (upright.Contains("icc-profile-data")) upright = upright.IccTransform("srgb", embedded: true);
        upright = upright.Colourspace(Enums.Interpretation.Srgb);
        // Screenshots say that they may be see-through, and are not.
        return upright.HasAlpha() && upright[upright.Bands - 1].Min() >= byte.MaxValue ? upright.Flatten() : upright;
    }

    private static byte[] Encode(Image image, FileType type, int quality) => image.WriteToBuffer(
        type == FileTypes.Jpeg ? $".jpg[Q={quality},optimize-coding,interlace,keep=none]"
        : type == FileTypes.WebP ? $".webp[Q={quality},effort=4,keep=none]"
        : ".png[compression=8,keep=none]");

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
