using ImageMagick;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Reads what iPhones make; libvips does not read HEIC.</summary>
internal static class HeicReader
{
    private const uint Quality = 95;

    private static readonly MagickReadSettings Settings = new() { Format = MagickFormat.Heic };

    // Two pictures at once are the limit of the caller, and of the memory.
    static HeicReader() => ResourceLimits.Thread = 1;

    /// <summary>Width and height in pixels, from the header alone.</summary>
    /// <exception cref="BusinessException">MediaUnreadable.</exception>
    public static (long Width, long Height) Measure(byte[] bytes) => Read(() =>
    {
        var header = new MagickImageInfo(bytes, Settings);
        return (header.Width, header.Height);
    });

    /// <summary>The same picture as JPEG, upright, with its colour profile.</summary>
    /// <exception cref="BusinessException">MediaUnreadable.</exception>
    public static byte[] ToJpeg(byte[] bytes) => Read(() =>
    {
        using var image = new MagickImage(bytes, Settings) { Quality = Quality };
        // The reader has turned the picture already; what the camera noted would turn it again.
        image.RemoveProfile("exif");
        return image.ToByteArray(MagickFormat.Jpeg);
    });

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MagickException exception)
        {
            throw new BusinessException(SitesErrorCodes.MediaUnreadable, innerException: exception);
        }
    }
}
