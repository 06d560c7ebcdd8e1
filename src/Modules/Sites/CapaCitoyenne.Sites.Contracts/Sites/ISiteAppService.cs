namespace CapaCitoyenne.Sites.Sites;

/// <summary>The site of the current space: its address and its look.</summary>
public interface ISiteAppService : IApplicationService
{
    Task<SiteDto> GetAsync();

    /// <summary>
    /// Chooses a theme and two colours. Errors: ThemeUnknown, ColorInvalid, ColorContrastTooLow (400) with the nearest colour that passes.
    /// </summary>
    Task<SiteDto> UpdateLookAsync(UpdateSiteLookInput input);

    /// <summary>The language that the site is written in: its words, dates and documents follow, its texts stay. Errors: LanguageUnknown (400).</summary>
    Task<SiteDto> UpdateLanguageAsync(UpdateSiteLanguageInput input);

    /// <summary>Whether a colour passes, and the nearest one that does; for the colour picker.</summary>
    Task<ColorContrastDto> GetColorContrastAsync(GetColorContrastInput input);
}
