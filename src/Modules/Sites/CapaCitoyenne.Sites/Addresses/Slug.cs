using System.Globalization;
using System.Text;
using CapaCitoyenne.Sites.Pages;

namespace CapaCitoyenne.Sites.Addresses;

/// <summary>From a title to an address: lower-case ASCII letters, digits and hyphens.</summary>
internal static class Slug
{
    // What the site itself, other modules' public pages, or a visitor's expectations need at the root.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "acces-membre", "actualites", "agenda", "api", "apercu", "connexion", "espace", "feed", "fonts", "formulaire", "health", "icones", "inscription", "internal", "lettre", "media",
        "partage", "participer", "recherche", "style", "themes", "favicon", "robots", "sitemap",
    };

    /// <summary>Accents folded, everything else to hyphens; empty when nothing is left.</summary>
    public static string FromTitle(string title) => Shorten(Fold(title), PageConsts.MaxSlugLength);

    /// <summary>The same at any length: what texts are searched by.</summary>
    public static string Fold(string text)
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

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    public static string Append(string slug, int number)
    {
        var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
        return Shorten(slug, PageConsts.MaxSlugLength - suffix.Length) + suffix;
    }

    private static string Shorten(string slug, int maxLength)
    {
        if (slug.Length <= maxLength) return slug;
        var cut = slug.LastIndexOf('-', maxLength);
        return slug[..(cut > maxLength / 2 ? cut : maxLength)].TrimEnd('-');
    }
}
