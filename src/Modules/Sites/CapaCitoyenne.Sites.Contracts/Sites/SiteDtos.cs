using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Sites.Sites;

public class SiteDto
{
    public string Name { get; set; } = "";

    /// <summary>Absolute, without a final slash: <c>http://les-jardins.localhost:5000</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>Whether the home page is online; before, visitors see a page that says that the site is being made.</summary>
    public bool IsOnline { get; set; }

    /// <summary>BCP 47: what the site is written in.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>Those that a site can be written in.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public string Theme { get; set; } = "";

    /// <summary>Buttons and marks, <c>#rrggbb</c>; null leaves the theme's.</summary>
    public string? AccentColor { get; set; }

    /// <summary>Band of the header, <c>#rrggbb</c>; null leaves the theme's.</summary>
    public string? HeaderColor { get; set; }

    /// <summary>Null leaves the theme's.</summary>
    public string? FontPair { get; set; }

    /// <summary>A picture of the space, shown beside its name.</summary>
    public Guid? LogoMediaId { get; set; }

    /// <summary>Address of the logo in a small size.</summary>
    public string? LogoUrl { get; set; }

    public IReadOnlyList<ThemeDto> Themes { get; set; } = [];

    public IReadOnlyList<FontPairDto> FontPairs { get; set; } = [];

    /// <summary>What publishing waits for: error codes with their text, empty when nothing is in the way.</summary>
    public IReadOnlyList<PublishingObstacleDto> Obstacles { get; set; } = [];
}

/// <summary>A theme to choose from, with the colours and fonts it has when none are chosen.</summary>
public record ThemeDto(string Name, string Title, string Description, string AccentColor, string HeaderColor, string FontPair);

/// <summary>Two faces to choose from: titles and running text, with the addresses of their files on the hub.</summary>
public record FontPairDto(string Name, string Title, string Text, string TitleUrl, string TextUrl);

/// <summary>Something to do before publishing. <paramref name="Link"/> is relative to <c>/espace/{slug}/</c>.</summary>
public record PublishingObstacleDto(string Code, string Message, string Link);

public class UpdateSiteLookInput
{
    [Required, StringLength(SiteConsts.MaxThemeLength)]
    public string Theme { get; set; } = "";

    [StringLength(SiteConsts.MaxColorLength)]
    public string? AccentColor { get; set; }

    [StringLength(SiteConsts.MaxColorLength)]
    public string? HeaderColor { get; set; }

    [StringLength(SiteConsts.MaxFontPairLength)]
    public string? FontPair { get; set; }

    public Guid? LogoMediaId { get; set; }
}

public class UpdateSiteLanguageInput
{
    [Required, StringLength(SiteConsts.MaxLanguageLength)]
    public string Language { get; set; } = "";
}

public class GetColorContrastInput
{
    [Required, StringLength(SiteConsts.MaxColorLength)]
    public string Color { get; set; } = "";

    public SiteColorUse Use { get; set; }
}

public enum SiteColorUse
{
    /// <summary>Must be readable on the white of the page.</summary>
    Accent,

    /// <summary>Dark or white text must be readable on it.</summary>
    Header,
}

/// <param name="Ratio">WCAG 2 contrast, 1 to 21.</param>
/// <param name="Nearest">The colour itself when it passes.</param>
public record ColorContrastDto(string Color, SiteColorUse Use, double Ratio, bool Passes, string Nearest);

public static class SiteConsts
{
    public const int MaxThemeLength = 32;
    public const int MaxFontPairLength = 32;

    /// <summary><c>#rrggbb</c>.</summary>
    public const int MaxColorLength = 7;
    public const int MaxLanguageLength = 10;
    public const string DefaultLanguage = "fr";

    /// <summary>Those in which the hub has the words that stand around a site's texts.</summary>
    public static readonly IReadOnlyList<string> Languages = [DefaultLanguage, "en"];

    /// <summary>WCAG 2.2 AA for text.</summary>
    public const double MinContrast = 4.5;
}
