using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>A heading that one can go to.</summary>
internal sealed record TocEntry(int Level, string Text, string Anchor);

/// <summary>Anchors for the headings of one document: made of their words, so that a link to one lasts as long as the words do, and unique in the page.</summary>
internal sealed class HeadingAnchors
{
    private const int MaxLength = 60;

    // The id of a page's main part, which every layout has.
    private const string MainPart = "contenu";

    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _counts = [];

    public HeadingAnchors(IEnumerable<string> taken) => _taken = [MainPart, .. taken];

    /// <summary>The anchor of the next heading with that text; null when it has no words.</summary>
    public string? Next(string text)
    {
        if (text.Length == 0) return null;
        var slug = Slug(text);
        var anchor = slug;
        // Counted, since a thousand headings with the same words must not cost a million tries.
        while (!_taken.Add(anchor)) anchor = slug + "-" + (_counts[slug] = _counts.GetValueOrDefault(slug, 1) + 1).ToString(CultureInfo.InvariantCulture);
        return anchor;
    }

    /// <summary>The headings of a text with the anchors that writing it gives them.</summary>
    public IEnumerable<TocEntry> Of(MarkdownDocument prose)
    {
        foreach (var heading in prose.Descendants<HeadingBlock>())
        {
            var text = MarkdownText.Words(heading.Inline);
            if (Next(text) is { } anchor) yield return new TocEntry(Math.Clamp(heading.Level, 2, 6), text, anchor);
        }
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in string.Concat(text.Where(c => !char.IsSurrogate(c))).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase)
            .Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == MaxLength) break;
        }
        return slug.ToString().Trim('-') is { Length: > 0 } words ? words : "section";
    }
}
