using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>Links between files of an archive: <c>../medias/fete.jpg</c> and <c>contact.md</c> become URNs, where the file came along.</summary>
internal static partial class MarkdownLinks
{
    /// <param name="entry">The text's own name in the archive, which its links start from.</param>
    public static string Resolve(string text, string entry, ImportMap map, bool isOwn)
    {
        if (isOwn) return OwnPath().Replace(text, match => Find(match.Groups["name"].Value, map) ?? match.Value);
        return Target().Replace(text, match =>
        {
            var target = match.Groups["target"].Value;
            if (target.Contains(':', StringComparison.Ordinal) || target.StartsWith('#')) return match.Value;
            var path = target.Split('#', '?')[0];
            var found = map.AtEntry(Combine(entry, Uri.UnescapeDataString(path))) ?? map.AtEntry(path.TrimStart('/')) ?? (path.StartsWith('/') ? map.Link(path) : null);
            return found is null ? match.Value : "](" + found;
        });
    }

    /// <summary>A full stop after a name is the sentence's.</summary>
    private static string? Find(string name, ImportMap map)
    {
        for (var end = name.Length; end > 0 && (end == name.Length || name[end] is '.' or '-' or '_'); end--)
            if (map.AtEntry(name[..end]) is { } found) return found + name[end..];
        return null;
    }

    private static string Combine(string entry, string path)
    {
        var parts = entry.Split('/').SkipLast(1).ToList();
        foreach (var part in path.Split('/'))
        {
            if (part == "..") parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part is not ("." or "")) parts.Add(part);
        }
        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\]\(<?(?<target>[^()\s<>]+)>?", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Target();

    [GeneratedRegex(@"\.\./(?<name>(?:medias|pages|actualites|agenda|formulaires)/[A-Za-z0-9][A-Za-z0-9._-]*)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OwnPath();
}
