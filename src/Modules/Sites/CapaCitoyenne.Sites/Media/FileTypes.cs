namespace CapaCitoyenne.Sites.Media;

/// <summary>A type of file that the library takes or makes.</summary>
/// <param name="Extension">What its blob's name, and its address, end with.</param>
internal sealed record FileType(string Extension, string ContentType, MediaKind Kind)
{
    /// <summary>Browsers show it in place; others are saved, under their name.</summary>
    public bool IsShownInPlace { get; init; }
}

internal static class FileTypes
{
    private const string OpenDocument = "application/vnd.oasis.opendocument.";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    public static readonly FileType Jpeg = Picture("jpg", "image/jpeg");
    public static readonly FileType Png = Picture("png", "image/png");
    public static readonly FileType WebP = Picture("webp", "image/webp");

    // Taken, and kept as one of those above.
    public static readonly FileType Avif = Picture("avif", "image/avif");
    public static readonly FileType Gif = Picture("gif", "image/gif");
    public static readonly FileType Heic = Picture("heic", "image/heic");

    public static readonly FileType Pdf = Document("pdf", "application/pdf") with { IsShownInPlace = true };
    public static readonly FileType Odt = Document("odt", OpenDocument + "text");
    public static readonly FileType Ods = Document("ods", OpenDocument + "spreadsheet");
    public static readonly FileType Odp = Document("odp", OpenDocument + "presentation");
    public static readonly FileType Docx = Document("docx", OpenXml + "wordprocessingml.document");
    public static readonly FileType Xlsx = Document("xlsx", OpenXml + "spreadsheetml.sheet");
    public static readonly FileType Pptx = Document("pptx", OpenXml + "presentationml.presentation");
    public static readonly FileType Mp3 = Document("mp3", "audio/mpeg") with { IsShownInPlace = true };
    public static readonly FileType Mp4 = Document("mp4", "video/mp4") with { IsShownInPlace = true };
    public static readonly FileType Vtt = Document("vtt", "text/vtt; charset=utf-8") with { IsShownInPlace = true };
    public static readonly FileType Gpx = Document("gpx", "application/gpx+xml");

    private static readonly Dictionary<string, FileType> Stored =
        new[] { Jpeg, Png, WebP, Pdf, Odt, Ods, Odp, Docx, Xlsx, Pptx, Mp3, Mp4, Vtt, Gpx }.ToDictionary(type => type.Extension);

    /// <summary>A type that blobs have; null for others.</summary>
    public static FileType? FindStored(string extension) => Stored.GetValueOrDefault(extension);

    public static FileType OfContent(string contentType) => Stored.Values.First(type => type.ContentType == contentType);

    private static FileType Picture(string extension, string contentType) => new(extension, contentType, MediaKind.Picture) { IsShownInPlace = true };

    private static FileType Document(string extension, string contentType) => new(extension, contentType, MediaKind.Document);
}
