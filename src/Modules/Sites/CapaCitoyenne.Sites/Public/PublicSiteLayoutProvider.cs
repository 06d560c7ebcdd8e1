using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Public;

internal sealed class PublicSiteLayoutProvider(
    PublicSiteFrame frame, IPageRepository pages, StyleSheets styleSheets, SiteLogo logo, ITenantStore tenants, IUnitOfWorkManager unitOfWorkManager, MenuManager menus) : IPublicSiteLayoutProvider, ITransientDependency
{
    public async Task<PublicSiteLayout> GetAsync()
    {
        // The answer to a form is drawn after its unit of work was committed.
        await using var unitOfWork = unitOfWorkManager.Begin(isTransactional: false);
        var (site, menu, hasNews, hasAgenda) = await frame.GetAsync();
        var sitePages = await pages.GetSummariesAsync();
        var name = (await tenants.FindAsync(site.TenantId!.Value))?.Name ?? "";
        var look = PictureLook.Of(site);
        var file = await logo.FindFileAsync(site);
        return new PublicSiteLayout
        {
            Name = name,
            IconUrl = ShareContent.IconPath(look, name, file),
            TouchIconUrl = ShareContent.TouchIconPath(look, name, file),
            Language = site.Language,
            Theme = site.Theme,
            StyleSheetUrl = styleSheets.GetUrl(site),
            LogoUrl = SiteLogo.UrlOf(file),
            Menu = menu is null ? [] : await menus.ResolveAsync(menu, sitePages, hasNews, hasAgenda),
            FooterLinks = [.. sitePages.Where(page => page is { PublishedRevision: not null, Kind: PageKind.LegalNotice or PageKind.Privacy or PageKind.Accessibility }).OrderBy(page => page.Kind).Select(ToItem)],
            FeedUrl = hasNews ? FeedWriter.AtomPath : null,
        };
    }

    private static PublicMenuItem ToItem(PageSummary page) => new(page.PublishedTitle!, page.Path);
}
