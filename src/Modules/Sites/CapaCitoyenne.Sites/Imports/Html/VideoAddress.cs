using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.Html;

/// <summary>Addresses of videos that a page may show: PeerTube, YouTube, Vimeo. Nothing is fetched.</summary>
internal static partial class VideoAddress
{
    /// <summary>The address that people see, from any form of it; null for everything else.</summary>
    public static string? Find(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        address = address.Trim();
        if (address.StartsWith("//", StringComparison.Ordinal)) address = "https:" + address;
        if (YouTube().Match(address) is { Success: true } youTube) return "https://www.youtube.com/watch?v=" + youTube.Groups["id"].Value;
        if (Vimeo().Match(address) is { Success: true } vimeo) return "https://vimeo.com/" + vimeo.Groups["id"].Value;
        if (PeerTube().Match(address) is { Success: true } peerTube) return "https://" + peerTube.Groups["host"].Value + "/w/" + peerTube.Groups["id"].Value;
        return null;
    }

    [GeneratedRegex(@"\Ahttps?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/)|youtu\.be/)(?<id>[\w-]{6,20})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YouTube();

    [GeneratedRegex(@"\Ahttps?://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?<id>\d{5,12})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vimeo();

    [GeneratedRegex(@"\Ahttps?://(?<host>[\w.-]+)/(?:w|videos/(?:watch|embed))/(?<id>[0-9A-Za-z-]{20,40})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeerTube();
}
