using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Pages;

[Authorize(SitesPermissions.Pages.Default)]
internal sealed class PageAppService(
    IPageRepository pages, PublicationManager publications, AddressManager addresses, SiteManager siteManager, RevisionReader revisions, SiteDocuments documents,
    DocumentIssueWording wording, PreviewLinks previews, DocumentReviewer reviewer, IDistributedEventBus distributedEventBus) : SitesAppService, IPageAppService
{
    public async Task<ListResultDto<PageListItemDto>> GetListAsync()
        => new((await pages.GetSummariesAsync()).ConvertAll(page => page.ToListItemDto()));

    public async Task<PageDto> GetAsync(Guid id) => ToDto(await pages.GetAsync(id));

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> CreateAsync(CreatePageInput input)
    {
        var existing = await pages.GetSummariesAsync();
        if (existing.Count >= PageConsts.MaxPages) throw new BusinessException(SitesErrorCodes.TooManyPages).WithData("Max", PageConsts.MaxPages);
        var site = await siteManager.GetAsync();
        var slug = await addresses.ChooseAsync(isPost: false, input.Title, input.Slug);
        var page = new Page(
            GuidGenerator.Create(), CurrentTenant.Id!.Value, PageKind.Standard, input.Title, slug, publications.Prepare(input.Document, site.Language), Clock.Now);
        page.SetMenu(input.ShowInMenu, existing.Select(p => p.MenuOrder).DefaultIfEmpty().Max() + 1);
        await pages.InsertAsync(page);
        await publications.RecordAsync(page);
        return ToDto(page);
    }

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> UpdateAsync(Guid id, SaveDraftInput input)
    {
        var page = await pages.GetAsync(id);
        var wasMerged = await publications.SaveAsync(page, input.Title, input.Document, input.BaseRevision, input.Session);
        return ToDto(page, wasMerged);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input)
    {
        var page = await pages.GetAsync(id);
        await addresses.ChangeAsync(page, input.Slug);
        await siteManager.ContentChangedAsync();
        return ToDto(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> SetMenuAsync(Guid id, SetPageMenuInput input)
    {
        var page = await pages.GetAsync(id);
        page.SetMenu(input.ShowInMenu, page.MenuOrder);
        await siteManager.ContentChangedAsync();
        return ToDto(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task OrderMenuAsync(OrderMenuInput input)
    {
        var places = input.PageIds.Distinct().Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var ordered = (await pages.GetListAsync()).OrderBy(page => places.GetValueOrDefault(page.Id, int.MaxValue)).ThenBy(page => page.MenuOrder).ToList();
        for (var i = 0; i < ordered.Count; i++) ordered[i].SetMenu(ordered[i].ShowInMenu, i);
        await siteManager.ContentChangedAsync();
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> PublishAsync(Guid id)
    {
        var page = await pages.GetAsync(id);
        await publications.PublishAsync(page);
        if (page.Kind == PageKind.Home)
        {
            // A site that is online tells who answers for it.
            foreach (var legal in await pages.GetListAsync(p => p.PublishedRevision == null && (p.Kind == PageKind.LegalNotice || p.Kind == PageKind.Privacy || p.Kind == PageKind.Accessibility)))
                await publications.PublishAsync(legal);
            await distributedEventBus.PublishAsync(new TaskStateChangedEto { TenantId = CurrentTenant.Id!.Value, TaskName = TaskNames.HomePagePublished });
        }
        return ToDto(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> UnpublishAsync(Guid id)
    {
        var page = await pages.GetAsync(id);
        await publications.UnpublishAsync(page);
        return ToDto(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var page = await pages.GetAsync(id);
        page.PrepareDeletion();
        await pages.DeleteAsync(page);
        await siteManager.ContentChangedAsync();
    }

    public async Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id) => await revisions.GetListAsync((await pages.GetAsync(id)).Id);

    public async Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number) => await revisions.GetAsync((await pages.GetAsync(id)).Id, number);

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input)
    {
        var page = await pages.GetAsync(id);
        await publications.RestoreAsync(page, input.Number);
        return ToDto(page);
    }

    public async Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id) => await reviewer.ReviewAsync(await pages.GetAsync(id));

    [Authorize(SitesPermissions.Pages.Default)]
    public async Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id) => await previews.CreateAsync(await pages.GetAsync(id));

    private PageDto ToDto(Page page, bool wasMerged = false)
        => page.ToDto(wording.ToDtos(documents.Validate(documents.Read(page.Document))), wasMerged);
}
