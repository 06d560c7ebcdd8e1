using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Public;

internal sealed class PublicSiteLayoutProvider(
    ISiteRepository sites, IPageRepository pages, IPostRepository posts, StyleSheets styleSheets, SiteLogo logo, ICurrentTenant currentTenant, ITenantStore tenants,
    IUnitOfWorkManager unitOfWorkManager, IStringLocalizer<SitesResource> localizer) : IPublicSiteLayoutProvider, ITransientDependency
{
    public async Task<PublicSiteLayout> GetAsync()
    {
        var tenantId = currentTenant.Id ?? throw new AbpException("A site's page was asked for outside of a space.");
        // The answer to a form is drawn after its unit of work was committed.
        await using var unitOfWork = unitOfWorkManager.Begin(isTransactional: false);
        var site = await sites.FindAsync(s => s.TenantId == tenantId) ?? new Site(Guid.Empty, tenantId, "fr");
        var published = (await pages.GetSummariesAsync()).Where(page => page.PublishedRevision is not null).ToList();
        var menu = published.Where(page => page.ShowInMenu).Select(ToItem).ToList();
        var hasNews = await posts.AnyAsync(post => post.PublishedRevision != null);
        if (hasNews) menu.Insert(Math.Min(1, menu.Count), new PublicMenuItem(localizer["PublicSite:News"], Post.Folder));
        var name = (await tenants.FindAsync(tenantId))?.Name ?? "";
        var look = PictureLook.Of(site);
        return new PublicSiteLayout
        {
            Name = name,
            IconUrl = ShareContent.IconPath(look, name),
            TouchIconUrl = ShareContent.TouchIconPath(look, name),
            Language = site.Language,
            Theme = site.Theme,
            StyleSheetUrl = styleSheets.GetUrl(site),
            LogoUrl = await logo.FindUrlAsync(site),
            Menu = menu,
            FooterLinks = [.. published.Where(page => page.Kind is PageKind.LegalNotice or PageKind.Privacy or PageKind.Accessibility).OrderBy(page => page.Kind).Select(ToItem)],
            FeedUrl = hasNews ? FeedWriter.AtomPath : null,
        };
    }

    private static PublicMenuItem ToItem(PageSummary page) => new(page.PublishedTitle!, page.Kind == PageKind.Home ? "/" : "/" + page.Slug);
}
