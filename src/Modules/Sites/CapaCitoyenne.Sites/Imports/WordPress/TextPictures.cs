using System.Net;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>Pictures and documents that texts name and the file does not list: those of an export without its attachments.</summary>
internal sealed partial class TextPictures
{
    /// <summary>Each is fetched from the old site, one after the other.</summary>
    private const int Max = 2000;

    private readonly HashSet<string> _listed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses by path.</summary>
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    public void Look(SourceItem item)
    {
        if (item.Kind == SourceKind.Media) _listed.UnionWith(item.FormerPaths.Select(SourcePaths.WithoutSize));
        if (item.Body is null) return;
        foreach (Match match in Upload().Matches(item.Body))
        {
            var address = WebUtility.HtmlDecode(match.Groups["address"].Value);
            if (_named.Count < Max && SourcePaths.Of(address) is { } path) _named.TryAdd(path, address);
        }
    }

    /// <summary>Each once, whatever sizes of it the texts show.</summary>
    /// <param name="siteUrl">What is on other sites stays there.</param>
    public IEnumerable<SourceItem> Missing(string? siteUrl)
    {
        if (!Uri.TryCreate(siteUrl, UriKind.Absolute, out var root)) yield break;
        var map = new ImportMap(siteUrl);
        foreach (var sizes in _named.Where(named => map.IsOwn(named.Value)).GroupBy(named => SourcePaths.WithoutSize(named.Key), StringComparer.OrdinalIgnoreCase).Where(sizes => !_listed.Contains(sizes.Key)))
        {
            var shown = sizes.MaxBy(size => size.Key.Length).Key;
            yield return new SourceItem(SourceKind.Media, sizes.Key, Path.GetFileName(sizes.Key))
            {
                Url = new Uri(root, sizes.Key).AbsoluteUri, FormerPaths = [sizes.Key], Own = shown == sizes.Key ? [] : new() { [MediaImporter.Shown] = new Uri(root, shown).AbsoluteUri },
            };
        }
    }

    [GeneratedRegex("<(?:img|a)\\b[^>]*?\\s(?:src|href)=[\"'](?<address>[^\"'\\s]*?/wp-content/uploads/[^\"'\\s]+)[\"']", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Upload();
}
