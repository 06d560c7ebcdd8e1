using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCoreSiteRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, Site, Guid>(dbContextProvider), ISiteRepository, ITransientDependency
{
    public async Task BumpVersionAsync()
        => await (await GetQueryableAsync()).ExecuteUpdateAsync(update => update.SetProperty(site => site.Version, site => site.Version + 1));

    public async Task SetPrimaryDomainAsync(string? domain) => await (await GetQueryableAsync())
        .ExecuteUpdateAsync(update => update.SetProperty(site => site.PrimaryDomain, domain).SetProperty(site => site.Version, site => site.Version + 1));

    public async Task RelabelAsync(string from, string to)
    {
        var (before, after) = (Head(from), Head(to));
        var context = await GetDbContextAsync();
        await RelabelAsync(context.Set<Page>());
        await RelabelAsync(context.Set<Post>());
        await context.Set<Revision>().ExecuteUpdateAsync(update => update.SetProperty(revision => revision.Document, revision => revision.Document.Replace(before, after)));

        Task RelabelAsync<T>(IQueryable<T> publications) where T : Publication => publications.IgnoreQueryFilters([AbpDbContext.SoftDeleteFilter])
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.Document, one => one.Document.Replace(before, after))
                .SetProperty(one => one.PublishedDocument, one => one.PublishedDocument!.Replace(before, after)));
    }

    // Documents are stored as the library writes them. Inside a text a quotation mark has a backslash before it: no text is touched.
    private static string Head(string language) => new PageDocument(language, []).ToJson().Replace(",\"blocks\":[]}", "", StringComparison.Ordinal);

    public async Task<SiteFrame?> FindFrameAsync()
    {
        var context = await GetDbContextAsync();
        var found = await context.Set<Site>().LeftJoin(context.Set<Menu>(), site => site.TenantId, menu => menu.TenantId, (site, menu) => new
        {
            Site = site,
            Menu = menu,
            HasNews = context.Set<Post>().Any(post => post.PublishedRevision != null),
            HasAgenda = context.Set<Event>().Any(one => one.IsPublished),
        }).FirstOrDefaultAsync();
        return found is null ? null : new SiteFrame(found.Site, found.Menu, found.HasNews, found.HasAgenda);
    }

    public async Task<SiteMoment?> FindMomentAsync()
    {
        var context = await GetDbContextAsync();
        var found = await context.Set<Site>().Select(site => new
        {
            site.Version,
            site.PrimaryDomain,
            site.Language,
            Page = context.Set<Page>().Where(page => page.NextChangeTime != null).Min(page => page.NextChangeTime),
            Post = context.Set<Post>().Where(post => post.NextChangeTime != null).Min(post => post.NextChangeTime),
        }).FirstOrDefaultAsync();
        return found is null ? null : new SiteMoment(found.Version, found.Page is null || found.Post < found.Page ? found.Post : found.Page, found.PrimaryDomain, found.Language);
    }
}
