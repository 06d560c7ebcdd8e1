using System.Globalization;
using CapaCitoyenne.Associations.Slugs;
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
    public static string FromTitle(string title) => SlugText.Shorten(SlugText.Of(title), PageConsts.MaxSlugLength);

    /// <summary>The same at any length: what texts are searched by.</summary>
    public static string Fold(string text) => SlugText.Of(text);

    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    public static string Append(string slug, int number)
    {
        var suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
        return SlugText.Shorten(slug, PageConsts.MaxSlugLength - suffix.Length) + suffix;
    }
}
