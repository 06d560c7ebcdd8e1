using System.Globalization;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// Names of blobs, and the addresses made from them, the same on the hub and on the site: <c>/media/{space}/{hash}/960.webp</c>, and for documents
/// <c>/media/{space}/{hash}/compte-rendu.pdf</c>, where the last name is only for people.
/// </summary>
internal static partial class MediaPaths
{
    public const string Prefix = "/media";

    private const int FocusSteps = 4;
    private const int MiddleStep = FocusSteps / 2;

    private static readonly FileType[] VariantTypes = [FileTypes.WebP, FileTypes.Jpeg, FileTypes.Png];

    public static string Original(string hash, FileType type) => hash + "/o." + type.Extension;

    public static string Variant(string hash, int width, FileType type) => string.Create(CultureInfo.InvariantCulture, $"{hash}/{width}.{type.Extension}");

    /// <summary>Every blob that a file can have, of what it was before too.</summary>
    public static IEnumerable<string> Blobs(MediaContent file)
    {
        var extension = FileTypes.OfContent(file.ContentType).Extension;
        // A small picture has one size of its own.
        var widths = MediaConsts.VariantWidths.Union(MediaFile.WidthsOf(file.VariantWidths)).ToList();
        foreach (var content in file.FormerText.Split(',', StringSplitOptions.RemoveEmptyEntries).Append(file.Hash + "." + extension))
        {
            var type = FileTypes.FindStored(content[(MediaFile.HashLength + 1)..])!;
            var name = content[..MediaFile.HashLength];
            yield return Original(name, type);
            if (type.Kind == MediaKind.Document) continue;
            foreach (var width in widths)
                foreach (var variant in VariantTypes) yield return Variant(name, width, variant);
        }
    }

    /// <summary>The name that a file has in a folder with others of its space.</summary>
    public static string FileName(MediaFile file)
    {
        var name = Slug.FromTitle(Path.GetFileNameWithoutExtension(file.FileName));
        return file.Hash[..12] + (name.Length == 0 ? "" : "-" + name) + "." + file.Type.Extension;
    }

    /// <summary>The space (null: the hub), the blob, its type and the name that it is saved under; null when the path is none of ours.</summary>
    public static (Guid? TenantId, string BlobName, FileType Type, string FileName)? Parse(string path)
    {
        var match = Pattern().Match(path);
        if (!match.Success || FileTypes.FindStored(match.Groups["ext"].Value) is not { } type) return null;
        var (hash, name) = (match.Groups["hash"].Value, match.Groups["name"].Value);
        var blob = type.Kind == MediaKind.Document ? Original(hash, type) : hash + "/" + name + "." + type.Extension;
        var tenantId = Guid.ParseExact(match.Groups["tenant"].Value, "N");
        return (tenantId == Guid.Empty ? null : tenantId, blob, type, name + "." + type.Extension);
    }

    public static ResolvedMedia ToResolved(this MediaFile file)
    {
        var root = Prefix + "/" + (file.TenantId ?? Guid.Empty).ToString("N") + "/";
        var title = Path.GetFileNameWithoutExtension(file.FileName);
        if (file.Kind == MediaKind.Document)
        {
            var name = Slug.FromTitle(title) is { Length: > 0 } slug ? slug : "document";
            return new ResolvedMedia($"{root}{file.Hash}/{name}.{file.Type.Extension}", 0, 0, file.ContentType, []) { Title = title, Size = file.Size };
        }
        var variants = file.Variants.SelectMany(width => new[] { FileTypes.WebP, file.FallbackType }
            .Select(type => new MediaVariant(root + Variant(file.Hash, width, type), width, type.ContentType)));
        return new ResolvedMedia(root + Original(file.Hash, file.Type), file.Width, file.Height, file.ContentType, [.. variants])
        {
            Title = title, Size = file.Size, FocusClass = FocusClass(Step(file.FocusX), Step(file.FocusY)),
        };
    }

    /// <summary>The style sheet knows quarters; see <c>base.css</c>.</summary>
    private static string? FocusClass(int x, int y) => (x, y) switch
    {
        (MiddleStep, MiddleStep) => null,
        (_, MiddleStep) => string.Create(CultureInfo.InvariantCulture, $"focus-x{x}"),
        (MiddleStep, _) => string.Create(CultureInfo.InvariantCulture, $"focus-y{y}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"focus-x{x} focus-y{y}"),
    };

    private static int Step(int percent) => (int)Math.Round(percent * FocusSteps / 100.0, MidpointRounding.AwayFromZero);

    [GeneratedRegex(@"\A/media/(?<tenant>[0-9a-f]{32})/(?<hash>[0-9a-f]{32})/(?<name>[a-z0-9][a-z0-9-]{0,79})\.(?<ext>[a-z0-9]{3,4})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
