using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Sites;

[Authorize(SitesPermissions.Site.Default)]
internal sealed class SiteAppService(SiteManager siteManager, SiteLogo logo, IPageRepository pages, SiteAddresses addresses) : SitesAppService, ISiteAppService
{
    public async Task<SiteDto> GetAsync() => await ToDtoAsync(await siteManager.GetAsync());

    [Authorize(SitesPermissions.Site.Update)]
    public async Task<SiteDto> UpdateLookAsync(UpdateSiteLookInput input)
    {
        var site = await siteManager.GetAsync();
        await logo.CheckAsync(input.LogoMediaId);
        site.SetLook(input.Theme, input.AccentColor, input.HeaderColor, input.FontPair, input.LogoMediaId);
        await CurrentUnitOfWork!.SaveChangesAsync();
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(site);
    }

    [Authorize(SitesPermissions.Site.Update)]
    public async Task<SiteDto> UpdateLanguageAsync(UpdateSiteLanguageInput input)
    {
        var site = await siteManager.GetAsync();
        await siteManager.ChangeLanguageAsync(site, input.Language);
        return await ToDtoAsync(site);
    }

    public Task<ColorContrastDto> GetColorContrastAsync(GetColorContrastInput input) => Task.FromResult(ColorContrast.Measure(input.Color, input.Use));

    private async Task<SiteDto> ToDtoAsync(Site site) => new()
    {
        Name = CurrentTenant.Name ?? "",
        Url = site.PrimaryDomain is { } domain ? addresses.GetUrl("", domain) : await addresses.GetUrlAsync(CurrentTenant.Id!.Value),
        IsOnline = await pages.AnyAsync(page => page.Kind == PageKind.Home && page.PublishedRevision != null),
        Language = site.Language,
        Languages = SiteConsts.Languages,
        Theme = site.Theme,
        AccentColor = site.AccentColor,
        HeaderColor = site.HeaderColor,
        FontPair = site.FontPair,
        LogoMediaId = site.LogoMediaId,
        LogoUrl = SiteLogo.UrlOf(await logo.FindFileAsync(site)),
        Themes = [.. Themes.All.Select(ToDto)],
        FontPairs = [.. FontPairs.All.Select(pair => new FontPairDto(pair.Name, pair.Title, pair.Text, $"/fonts/{pair.TitleFile}.woff2", $"/fonts/{pair.TextFile}.woff2"))],
        Obstacles = [.. (await siteManager.FindObstaclesAsync()).Select(code => new PublishingObstacleDto(code, L[code], SpaceLinks.Profile))],
    };

    private ThemeDto ToDto(Theme theme)
        => new(theme.Name, L["Theme:" + theme.Name], L["Theme:" + theme.Name + ":About"], theme.AccentColor, theme.HeaderColor, theme.FontPair);
}
