using CapaCitoyenne.Associations.Profiles;

namespace CapaCitoyenne.Associations.Slugs;

/// <summary>From a name to the address of a space: what a host name's label allows, readable, never ambiguous.</summary>
internal static class Slug
{
    // Names that the hub, its mail or its operator need, or that a visitor would take for the hub itself.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "abuse", "admin", "administrateur", "administration", "aide", "api", "app", "assets", "autoconfig", "autodiscover", "bibliotheque", "blog", "capacitoyenne", "cdn",
        "connexion", "confirmer", "contact", "css", "deconnexion", "dev", "dns", "email", "espace", "espaces", "example", "exemple", "files", "formations", "ftp", "hangfire",
        "health", "help", "hostmaster", "hub", "imap", "img", "inscription", "invitation", "js", "langue", "lettre", "localhost", "mail", "mailbox", "media", "medias",
        "mes-espaces", "mon-compte", "mx", "ns", "ns1", "ns2", "ops", "pop", "postmaster", "preview", "public", "root", "scalar", "security", "sites", "smtp", "staging", "static", "stats",
        "status", "support", "test", "webmail", "webmaster", "www", "www2",
    };

    /// <summary>Accents folded, everything else to hyphens; empty when fewer than two letters or digits are left.</summary>
    public static string FromName(string name)
    {
        var text = SlugText.Shorten(SlugText.Of(name), ProfileConsts.MaxSlugLength);
        return text.Length < ProfileConsts.MinSlugLength ? "" : text;
    }

    /// <summary>Whether an association cannot have it. What reads as an id is refused too: tenants are looked up by both.</summary>
    public static bool IsReserved(string slug) => Reserved.Contains(slug) || Guid.TryParse(slug, out _);

    /// <summary>The slug with a number or a town behind it, cut so that it fits.</summary>
    public static string Append(string slug, string suffix) => $"{SlugText.Shorten(slug, ProfileConsts.MaxSlugLength - suffix.Length - 1)}-{suffix}";
}
