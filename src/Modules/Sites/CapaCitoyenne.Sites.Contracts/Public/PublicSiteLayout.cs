namespace CapaCitoyenne.Sites.Public;

/// <summary>What surrounds every page on an association's site. Holds nothing about the reader: pages are cached for all.</summary>
public sealed record PublicSiteLayout
{
    /// <summary>The association's name, as shown in the header.</summary>
    public required string Name { get; init; }

    /// <summary>Language of the page, BCP 47: <c>fr</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the theme: <c>papier</c>, <c>place</c>…</summary>
    public required string Theme { get; init; }

    /// <summary>The one style sheet: base, theme and the association's colours, at an address made from its content.</summary>
    public required string StyleSheetUrl { get; init; }

    /// <summary>Address of the logo; it is decorative, since the name stands beside it.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>At most two levels.</summary>
    public IReadOnlyList<PublicMenuItem> Menu { get; init; } = [];

    /// <summary>Legal notice, privacy, accessibility.</summary>
    public IReadOnlyList<PublicMenuItem> FooterLinks { get; init; } = [];

    /// <summary>Address of the icon for tabs and bookmarks, 32 × 32.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Address of the icon for home screens, 180 × 180.</summary>
    public string? TouchIconUrl { get; init; }

    /// <summary>Address of the Atom feed, when the site has news.</summary>
    public string? FeedUrl { get; init; }
}

/// <summary>A link of a public menu.</summary>
/// <param name="Title">Text of the link, or of the fold that holds <paramref name="Children"/>.</param>
/// <param name="Url">Address on the site, beginning with a slash.</param>
/// <param name="Children">Second level; a fold has no link of its own.</param>
public sealed record PublicMenuItem(string Title, string Url, IReadOnlyList<PublicMenuItem> Children)
{
    public PublicMenuItem(string title, string url)
        : this(title, url, [])
    {
    }
}

/// <summary>Gives the layout <c>_PublicSite</c> the site of the current tenant, so that any module's page can use it.</summary>
public interface IPublicSiteLayoutProvider
{
    /// <returns>Never null: a space without a published site still has its name and a theme.</returns>
    Task<PublicSiteLayout> GetAsync();
}
