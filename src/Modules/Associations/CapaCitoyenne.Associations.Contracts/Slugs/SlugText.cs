using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Associations.Slugs;

/// <summary>From words to an address: lower-case ASCII letters, digits and hyphens. The rules of each kind of address are their module's.</summary>
public static class SlugText
{
    /// <summary>« L’œuvre d’été » becomes <c>l-oeuvre-d-ete</c>; empty when nothing is left.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        var folded = text.Replace("œ", "oe").Replace("Œ", "oe").Replace("æ", "ae").Replace("Æ", "ae").Replace("ß", "ss").Replace("&", " et ");
        foreach (var rune in folded.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(rune)) slug.Append(char.ToLowerInvariant(rune));
            else if (CharUnicodeInfo.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>Between two words where there is a place for it in the second half, and never with a hyphen at the end.</summary>
    public static string Shorten(string slug, int maxLength)
    {
        if (slug.Length <= maxLength) return slug;
        var cut = slug.LastIndexOf('-', maxLength);
        return slug[..(cut > maxLength / 2 ? cut : maxLength)].TrimEnd('-');
    }
}
