using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Documents.Prose;

/// <summary>
/// A film on PeerTube, YouTube or Vimeo. The address of its frame is built anew from the parts that were recognized, never
/// copied, and nothing is asked of the other server.
/// </summary>
public sealed partial record VideoAddress
{
    private const int MaxLength = 2000;

    private VideoAddress(string host, string frameUrl, string pageUrl)
    {
        Host = host;
        FrameUrl = frameUrl;
        PageUrl = pageUrl;
    }

    /// <summary>The host that the frame comes from.</summary>
    public string Host { get; }

    /// <summary>Scheme and host, as a content policy names it.</summary>
    public string Origin => "https://" + Host;

    public string FrameUrl { get; }

    /// <summary>Where people see it on its own site.</summary>
    public string PageUrl { get; }

    /// <summary>Null when the address is of no known kind. PeerTube is known by the shape of its paths, on any host.</summary>
    public static VideoAddress? TryParse(string? url)
    {
        if (url is null || url.Length > MaxLength || LinkPolicy.Classify(url) != LinkKind.Absolute || !Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("http" or "https") || !uri.IsDefaultPort || uri.HostNameType != UriHostNameType.Dns || !HostName().IsMatch(uri.IdnHost)) return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host switch
        {
            "youtube.com" or "www.youtube.com" or "m.youtube.com" or "youtube-nocookie.com" or "www.youtube-nocookie.com" => YouTube(YouTubePath().Match(uri.PathAndQuery)),
            "youtu.be" => YouTube(ShortPath().Match(uri.PathAndQuery)),
            "vimeo.com" or "www.vimeo.com" or "player.vimeo.com" => Vimeo(VimeoPath().Match(uri.AbsolutePath)),
            _ => PeerTube(host, PeerTubePath().Match(uri.AbsolutePath)),
        };
    }

    private static VideoAddress? YouTube(Match match) => match.Success && match.Groups["id"].Value is var id
        ? new("www.youtube-nocookie.com", "https://www.youtube-nocookie.com/embed/" + id, "https://www.youtube.com/watch?v=" + id)
        : null;

    private static VideoAddress? Vimeo(Match match) => match.Success && match.Groups["id"].Value is var id
        ? new("player.vimeo.com", "https://player.vimeo.com/video/" + id + "?dnt=1" + Hash(match, "&h="), "https://vimeo.com/" + id + Hash(match, "/"))
        : null;

    /// <summary>Films that are not listed have a second part.</summary>
    private static string Hash(Match match, string before) => match.Groups["hash"].Success ? before + match.Groups["hash"].Value : "";

    private static VideoAddress? PeerTube(string host, Match match) => match.Success && match.Groups["id"].Value is var id
        ? new(host, "https://" + host + "/videos/embed/" + id, "https://" + host + "/videos/watch/" + id)
        : null;

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\z", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"\A/(?:watch\?(?:[^#]*&)?v=|embed/|shorts/|live/|v/)(?<id>[A-Za-z0-9_-]{11})(?:[?&/#]|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YouTubePath();

    [GeneratedRegex(@"\A/(?<id>[A-Za-z0-9_-]{11})(?:[?&/#]|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortPath();

    [GeneratedRegex(@"\A/(?:video/|channels/[a-z0-9_-]+/)?(?<id>[0-9]{5,12})(?:/(?<hash>[0-9a-f]{6,20}))?/?\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex VimeoPath();

    /// <summary>The identifier is a UUID, or the same in 22 characters of the short form.</summary>
    [GeneratedRegex(@"\A/(?:w/|videos/(?:watch|embed)/)(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[1-9A-HJ-NP-Za-km-z]{22})/?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeerTubePath();
}
