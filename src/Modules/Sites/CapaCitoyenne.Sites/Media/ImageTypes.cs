namespace CapaCitoyenne.Sites.Media;

/// <summary>What a picture is, told by its first bytes; names and declared types are not believed.</summary>
internal static class ImageTypes
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Avif = "image/avif";
    public const string Gif = "image/gif";

    /// <summary>The content type, or null for everything that is not taken, SVG and HEIC among them.</summary>
    public static string? Sniff(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16) return null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return Gif;
        if (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8)) return WebP;
        return bytes[4..].StartsWith("ftypavif"u8) || bytes[4..].StartsWith("ftypavis"u8) ? Avif : null;
    }

    public static string Extension(string contentType) => contentType switch
    {
        Jpeg => "jpg",
        WebP => "webp",
        _ => "png",
    };

    public static string? FromExtension(string extension) => extension switch
    {
        "jpg" => Jpeg,
        "webp" => WebP,
        "png" => Png,
        _ => null,
    };
}
