namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>What people call a kind of file.</summary>
internal static class FileTypes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = "PDF",
        ["application/vnd.oasis.opendocument.text"] = "ODT",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ODS",
        ["application/vnd.oasis.opendocument.presentation"] = "ODP",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "DOCX",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "XLSX",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "PPTX",
        ["audio/mpeg"] = "MP3",
        ["video/mp4"] = "MP4",
        ["text/vtt"] = "VTT",
        ["application/gpx+xml"] = "GPX",
        ["image/jpeg"] = "JPEG",
        ["image/png"] = "PNG",
        ["image/webp"] = "WebP",
    };

    /// <param name="contentType">Parameters such as a charset do not count.</param>
    public static string? NameOf(string contentType) => Names.GetValueOrDefault(contentType.Split(';')[0].Trim());
}
