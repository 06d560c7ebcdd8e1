using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Sites.Sites;

/// <summary>The site of one space; there is exactly one.</summary>
internal sealed class Site : AuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    private Site() { }

    public Site(Guid id, Guid tenantId, string language) : base(id)
    {
        TenantId = tenantId;
        Speak(language);
        Theme = Themes.Default.Name;
        SearchVersion = CurrentSearchVersion;
        AreMediaUsesNoted = true;
    }

    /// <summary>Goes up when the search index of every site must be written anew: a better analyzer, other weights.</summary>
    public const int CurrentSearchVersion = 3;

    public Guid? TenantId { get; private set; }

    public string Language { get; private set; } = "";

    public string Theme { get; private set; } = "";

    public string? AccentColor { get; private set; }

    public string? HeaderColor { get; private set; }

    /// <summary>Null leaves the theme's own.</summary>
    public string? FontPair { get; private set; }

    /// <summary>A picture of the space.</summary>
    public Guid? LogoMediaId { get; private set; }

    /// <summary>
    /// Goes up with every change that readers can see: it is part of the key of each cached page. Written in place by the
    /// repository, not through the entity, so that two people who publish at once do not stop each other.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>Which <see cref="CurrentSearchVersion"/> wrote the search index.</summary>
    public int SearchVersion { get; private set; }

    /// <summary>The own domain that is the site's address; null: the sub-domain of the hub. Written in place, like the version.</summary>
    public string? PrimaryDomain { get; private set; }

    public AccessibilityStatement Accessibility { get; private set; } = AccessibilityStatement.None;

    /// <exception cref="BusinessException">LanguageUnknown.</exception>
    public void Speak(string language)
        => Language = SiteConsts.Languages.Contains(language) ? language : throw new BusinessException(SitesErrorCodes.LanguageUnknown).WithData("Language", language);

    public void StateAccessibility(AccessibilityStatement statement) => Accessibility = statement;

    /// <summary>False of a site that is older than the index of its files' uses, until somebody asks it.</summary>
    public bool AreMediaUsesNoted { get; private set; }

    public void MarkMediaUsesNoted() => AreMediaUsesNoted = true;

    public IReadOnlyCollection<Guid> FindMedia() => LogoMediaId is { } id ? [id] : [];

    public void MarkIndexed() => SearchVersion = CurrentSearchVersion;

    /// <summary>Colours are <c>#rrggbb</c> and readable; null leaves the theme's, and so it is for the fonts.</summary>
    public void SetLook(string theme, string? accentColor, string? headerColor, string? fontPair, Guid? logoMediaId)
    {
        Theme = (Themes.Find(theme) ?? throw new BusinessException(SitesErrorCodes.ThemeUnknown).WithData("Theme", theme)).Name;
        AccentColor = ColorContrast.Check(accentColor, SiteColorUse.Accent);
        HeaderColor = ColorContrast.Check(headerColor, SiteColorUse.Header);
        if (fontPair is not null && FontPairs.Find(fontPair) is null) throw new BusinessException(SitesErrorCodes.FontPairUnknown).WithData("FontPair", fontPair);
        FontPair = fontPair;
        LogoMediaId = logoMediaId;
    }
}
