using CapaCitoyenne.Learning.Tasks;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>What publishing a page takes along.</summary>
internal sealed class PageManager(IPageRepository pages, PublicationManager publications, IDistributedEventBus distributedEventBus) : DomainService
{
    /// <exception cref="BusinessException">Something stands in the way; see <see cref="PublicationManager.PublishAsync"/>.</exception>
    public async Task PublishAsync(Page page)
    {
        await publications.PublishAsync(page);
        if (page.Kind != PageKind.Home) return;
        await PublishLegalAsync();
        await distributedEventBus.PublishAsync(new TaskStateChangedEto { TenantId = CurrentTenant.Id!.Value, TaskName = TaskNames.HomePagePublished });
    }

    /// <summary>A site that is online tells who answers for it.</summary>
    /// <exception cref="BusinessException">See <see cref="PublicationManager.PublishAsync"/>.</exception>
    public async Task PublishLegalAsync()
    {
        foreach (var legal in await pages.GetListAsync(p => p.PublishedRevision == null && (p.Kind == PageKind.LegalNotice || p.Kind == PageKind.Privacy || p.Kind == PageKind.Accessibility)))
            await publications.PublishAsync(legal);
    }
}
