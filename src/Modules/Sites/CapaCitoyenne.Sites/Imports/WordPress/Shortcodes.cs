using System.Text;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.WordPress;

internal sealed record Shortcode(string Name, IReadOnlyDictionary<string, string> Attributes, string? Inner, string Original)
{
    public string? this[string name] => Attributes.GetValueOrDefault(name);
}

/// <summary>
/// WordPress's <c>[name key="value"]…[/name]</c>. Words in brackets that people write ([sic], [1]) are no shortcodes: only known names,
/// those with attributes and those that are closed again count.
/// </summary>
internal static partial class Shortcodes
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "gallery", "caption", "wp_caption", "embed", "video", "audio", "playlist", "youtube", "vimeo", "contact-form-7", "contact-form", "gravityform", "wpforms",
        "ninja_form", "mailpoet_form", "mc4wp_form", "toc", "sitemap", "events", "tribe_events",
    };

    /// <summary>The parts of a text in order: HTML, and shortcodes.</summary>
    public static IEnumerable<(string? Html, Shortcode? Code)> Split(string text)
    {
        var (start, at) = (0, 0);
        while (Opening().Match(text, at) is { Success: true } open)
        {
            var name = open.Groups["name"].Value;
            var after = open.Index + open.Length;
            var closing = open.Groups["void"].Success ? -1 : text.IndexOf("[/" + name + "]", after, StringComparison.Ordinal);
            // [[name]] is how WordPress writes a shortcode that is only shown.
            var isShown = open.Index > 0 && text[open.Index - 1] == '[' && after < text.Length && text[after] == ']';
            if (isShown || (closing < 0 && !Known.Contains(name) && !open.Groups["attributes"].Value.Contains('=', StringComparison.Ordinal)))
            {
                at = after;
                continue;
            }
            if (open.Index > start) yield return (text[start..open.Index], null);
            var inner = closing < 0 ? null : text[after..closing];
            start = at = closing < 0 ? after : closing + name.Length + 3;
            yield return (null, new Shortcode(name, Read(open.Groups["attributes"].Value), inner, text[open.Index..at]));
        }
        if (start < text.Length) yield return (text[start..], null);
    }

    private static Dictionary<string, string> Read(string attributes)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(attributes))
            read[match.Groups["key"].Value] = match.Groups["double"].Success ? match.Groups["double"].Value : match.Groups["single"].Success ? match.Groups["single"].Value : match.Groups["bare"].Value;
        return read;
    }

    [GeneratedRegex("\\[(?<name>[a-z][a-z0-9_-]{1,40})(?<attributes>(?:\\s+[^\\[\\]<>]*?)?)(?<void>/)?\\]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Opening();

    [GeneratedRegex("(?<key>[A-Za-z0-9_-]+)\\s*=\\s*(?:[\"“”](?<double>[^\"“”]*)[\"“”]|'(?<single>[^']*)'|(?<bare>[^\\s\"']+))", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Attribute();
}
