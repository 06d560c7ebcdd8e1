using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Sites;

[Authorize(SitesPermissions.Site.Default)]
internal sealed class SiteAppService(SiteManager siteManager, IPageRepository pages, SiteAddresses addresses) : SitesAppService, ISiteAppService
{
    public async Task<SiteDto> GetAsync() => await ToDtoAsync(await siteManager.GetAsync());

    [Authorize(SitesPermissions.Site.Update)]
    public async Task<SiteDto> UpdateLookAsync(UpdateSiteLookInput input)
    {
        var site = await siteManager.GetAsync();
        site.SetLook(input.Theme, input.AccentColor, input.HeaderColor);
        await CurrentUnitOfWork!.SaveChangesAsync();
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(site);
    }

    public Task<ColorContrastDto> GetColorContrastAsync(GetColorContrastInput input) => Task.FromResult(ColorContrast.Measure(input.Color, input.Use));

    private async Task<SiteDto> ToDtoAsync(Site site) => new()
    {
        Name = CurrentTenant.Name ?? "",
        Url = await addresses.GetUrlAsync(CurrentTenant.Id!.Value),
        IsOnline = await pages.AnyAsync(page => page.Kind == PageKind.Home && page.PublishedRevision != null),
        Language = site.Language,
        Theme = site.Theme,
        AccentColor = site.AccentColor,
        HeaderColor = site.HeaderColor,
        Themes = [.. Themes.All.Select(theme => new ThemeDto(theme.Name, L["Theme:" + theme.Name], theme.AccentColor, theme.HeaderColor))],
        Obstacles = [.. (await siteManager.FindObstaclesAsync()).Select(code => new PublishingObstacleDto(code, L[code], SpaceLinks.Profile))],
    };
}
