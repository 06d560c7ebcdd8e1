using System.Globalization;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Names of blobs, and the addresses made from them: <c>/media/{space}/{hash}/960.webp</c>, the same on the hub and on the site.</summary>
internal static partial class MediaPaths
{
    public const string Prefix = "/media";

    public static string Original(string hash, string contentType) => hash + "/o." + ImageTypes.Extension(contentType);

    public static string Variant(string hash, int width, string contentType)
        => string.Create(CultureInfo.InvariantCulture, $"{hash}/{width}.{ImageTypes.Extension(contentType)}");

    public static string Url(Guid tenantId, string blobName) => Prefix + "/" + tenantId.ToString("N") + "/" + blobName;

    /// <summary>The space, the blob and its type; null when the path is none of ours.</summary>
    public static (Guid TenantId, string BlobName, string ContentType)? Parse(string path)
    {
        var match = Pattern().Match(path);
        if (!match.Success || ImageTypes.FromExtension(match.Groups["ext"].Value) is not { } type) return null;
        return (Guid.ParseExact(match.Groups["tenant"].Value, "N"), match.Groups["blob"].Value, type);
    }

    public static ResolvedMedia ToResolved(this MediaFile file)
    {
        var tenantId = file.TenantId ?? Guid.Empty;
        var variants = file.Variants.SelectMany(width => new[] { ImageTypes.WebP, file.ContentType }
            .Select(type => new MediaVariant(Url(tenantId, Variant(file.Hash, width, type)), width, type)));
        return new ResolvedMedia(Url(tenantId, Original(file.Hash, file.ContentType)), file.Width, file.Height, file.ContentType, [.. variants]);
    }

    [GeneratedRegex(@"\A/media/(?<tenant>[0-9a-f]{32})/(?<blob>[0-9a-f]{32}/(?:o|[0-9]{1,5})\.(?<ext>jpg|png|webp))\z", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Pattern();
}
