using CapaCitoyenne.Sites.Pages;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal sealed class EfCorePageRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCorePublicationRepository<Page>(dbContextProvider), IPageRepository, ITransientDependency
{
    public async Task<List<PageSummary>> GetSummariesAsync()
    {
        var pages = await (await GetQueryableAsync())
            .Select(page => new PageSummary(
                page.Id, page.Title, page.PublishedTitle, page.Slug, page.Kind, page.Revision, page.PublishedRevision, page.Audience,
                page.PublishedTime, page.PublishedChangeTime, page.LastSavedTime, new ScheduleSummary(page.PublishAt, page.UnpublishAt, page.ScheduleProblem),
                page.PublishedRevision != null && page.PublishedRevision != page.Revision && (page.Title != page.PublishedTitle || page.Document != page.PublishedDocument)))
            .ToListAsync();
        return [.. pages.OrderByDescending(page => page.Kind == PageKind.Home).ThenBy(page => page.Title, StringComparer.CurrentCultureIgnoreCase)];
    }

    public async Task<List<Page>> GetPublishedAsync(int maxResultCount) => await (await GetQueryableAsync()).AsNoTracking()
        .Where(page => page.PublishedRevision != null).OrderByDescending(page => page.PublishedChangeTime).ThenByDescending(page => page.Id).Take(maxResultCount).ToListAsync();
}
