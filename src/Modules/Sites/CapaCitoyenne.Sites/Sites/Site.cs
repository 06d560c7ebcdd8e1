namespace CapaCitoyenne.Sites.Sites;

/// <summary>The site of one space; there is exactly one.</summary>
internal sealed class Site : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Site() { }

    public Site(Guid id, Guid tenantId, string language) : base(id)
    {
        TenantId = tenantId;
        Language = Check.NotNullOrWhiteSpace(language, nameof(language), SiteConsts.MaxLanguageLength);
        Theme = Themes.Default.Name;
    }

    public Guid? TenantId { get; private set; }

    public string Language { get; private set; } = "";

    public string Theme { get; private set; } = "";

    public string? AccentColor { get; private set; }

    public string? HeaderColor { get; private set; }

    /// <summary>
    /// Goes up with every change that readers can see: it is part of the key of each cached page. Written in place by the
    /// repository, not through the entity, so that two people who publish at once do not stop each other.
    /// </summary>
    public long Version { get; private set; }

    /// <summary>Colours are <c>#rrggbb</c> and readable; null leaves the theme's.</summary>
    public void SetLook(string theme, string? accentColor, string? headerColor)
    {
        Theme = (Themes.Find(theme) ?? throw new BusinessException(SitesErrorCodes.ThemeUnknown).WithData("Theme", theme)).Name;
        AccentColor = ColorContrast.Check(accentColor, SiteColorUse.Accent);
        HeaderColor = ColorContrast.Check(headerColor, SiteColorUse.Header);
    }
}

/// <summary>A look that a site can have: a style sheet of that name in <c>wwwroot/themes</c>.</summary>
/// <param name="AccentColor">What the sheet has when the site chooses no colour.</param>
internal sealed record Theme(string Name, string AccentColor, string HeaderColor);

internal static class Themes
{
    public static readonly IReadOnlyList<Theme> All = [new("papier", "#a81e4b", "#ffd3dc"), new("place", "#0b5d4b", "#fbfcfa")];

    public static Theme Default => All[0];

    public static Theme? Find(string name) => All.FirstOrDefault(theme => theme.Name == name);
}
