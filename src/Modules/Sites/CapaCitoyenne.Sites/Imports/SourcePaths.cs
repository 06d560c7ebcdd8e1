using System.Net;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Addresses of the old site.</summary>
internal static partial class SourcePaths
{
    /// <summary>The path, decoded, without its final slash; null for an address without one that tells pages apart (<c>/?p=12</c>).</summary>
    public static string? Of(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : address.Split('?', '#')[0];
        path = WebUtility.UrlDecode(path.Replace("+", "%2B", StringComparison.Ordinal)).TrimEnd('/');
        return path.Length > 1 && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) ? path : null;
    }

    /// <summary><c>fete-300x200.jpg</c>, <c>fete-scaled.jpg</c> and Ghost's <c>size/w600/fete.jpg</c> are sizes of <c>fete.jpg</c>.</summary>
    public static string WithoutSize(string path) => Size().Replace(GhostSize().Replace(path, "/"), "${end}");

    [GeneratedRegex(@"/size/w\d{1,5}(?:h\d{1,5})?/(?:format/[a-z]+/)?", RegexOptions.None, 1000)]
    private static partial Regex GhostSize();

    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated)(?:@2x)?(?<end>\.[A-Za-z0-9]{2,5})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();
}
