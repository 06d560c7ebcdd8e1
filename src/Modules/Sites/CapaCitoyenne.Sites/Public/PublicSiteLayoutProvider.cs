using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Public;

internal sealed class PublicSiteLayoutProvider(
    ISiteRepository sites, IPageRepository pages, IPostRepository posts, StyleSheets styleSheets, SiteLogo logo, ICurrentTenant currentTenant, ITenantStore tenants,
    IUnitOfWorkManager unitOfWorkManager, MenuManager menus) : IPublicSiteLayoutProvider, ITransientDependency
{
    public async Task<PublicSiteLayout> GetAsync()
    {
        var tenantId = currentTenant.Id ?? throw new AbpException("A site's page was asked for outside of a space.");
        // The answer to a form is drawn after its unit of work was committed.
        await using var unitOfWork = unitOfWorkManager.Begin(isTransactional: false);
        var site = await sites.FindAsync(s => s.TenantId == tenantId) ?? new Site(Guid.Empty, tenantId, "fr");
        var sitePages = await pages.GetSummariesAsync();
        var hasNews = await posts.AnyAsync(post => post.PublishedRevision != null);
        var name = (await tenants.FindAsync(tenantId))?.Name ?? "";
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
            Menu = await menus.ResolveAsync(sitePages, hasNews),
            FooterLinks = [.. sitePages.Where(page => page is { PublishedRevision: not null, Kind: PageKind.LegalNotice or PageKind.Privacy or PageKind.Accessibility }).OrderBy(page => page.Kind).Select(ToItem)],
            FeedUrl = hasNews ? FeedWriter.AtomPath : null,
        };
    }

    private static PublicMenuItem ToItem(PageSummary page) => new(page.PublishedTitle!, page.Path);
}
