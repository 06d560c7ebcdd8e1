using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Pages;

[Authorize(SitesPermissions.Pages.Default)]
internal sealed class PageAppService(
    IPageRepository pages, PublicationManager publications, AddressManager addresses, SiteManager siteManager, RevisionReader revisions, SiteDocuments documents,
    DocumentIssueWording wording, PreviewLinks previews, DocumentReviewer reviewer, PageManager pageManager, PublicationScheduler scheduler, TrashManager trash, MenuManager menus)
    : SitesAppService, IPageAppService
{
    public async Task<ListResultDto<PageListItemDto>> GetListAsync(GetPagesInput input)
    {
        var words = new FoldedWords(input.Filter);
        var menu = await menus.GetTargetsAsync();
        int Place(PageSummary page) => page.Kind == PageKind.Home ? -1 : menu.IndexOf(Urn.Of("page", page.Id)) is >= 0 and var place ? place : int.MaxValue;
        return new([.. (await pages.GetSummariesAsync()).Where(page => words.AreIn(page.Title + " " + page.Slug)).OrderBy(Place).Select(page => page.ToListItemDto(menu.Contains(Urn.Of("page", page.Id)), L))]);
    }

    public async Task<PageDto> GetAsync(Guid id) => await ToDtoAsync(await pages.GetAsync(id));

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> CreateAsync(CreatePageInput input)
    {
        var existing = await pages.GetSummariesAsync();
        if (existing.Count >= PageConsts.MaxPages) throw new BusinessException(SitesErrorCodes.TooManyPages).WithData("Max", PageConsts.MaxPages);
        var site = await siteManager.GetAsync();
        var slug = await addresses.ChooseAsync(isPost: false, input.Title, input.Slug);
        var page = new Page(
            GuidGenerator.Create(), CurrentTenant.Id!.Value, PageKind.Standard, input.Title, slug, publications.Prepare(input.Document, site.Language), Clock.Now);
        await pages.InsertAsync(page);
        if (input.ShowInMenu) await menus.SetAsync(page, true);
        await publications.RecordAsync(page);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> UpdateAsync(Guid id, SaveDraftInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        var wasMerged = await publications.SaveAsync(page, input);
        return await ToDtoAsync(page, wasMerged);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> ChangeSlugAsync(Guid id, ChangePageSlugInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        await addresses.ChangeAsync(page, input.Slug);
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> SetMenuAsync(Guid id, SetPageMenuInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        await menus.SetAsync(page, input.ShowInMenu);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> SetAudienceAsync(Guid id, SetPageAudienceInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        page.SetAudience(input.Audience);
        await siteManager.ContentChangedAsync();
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> PublishAsync(Guid id, PublishInput? input = null)
    {
        var page = await pages.GetForChangeAsync(id);
        await pageManager.PublishAsync(page);
        if (input is not null) await scheduler.ScheduleAsync(page, null, input.UnpublishAt);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> ScheduleAsync(Guid id, ScheduleInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        await scheduler.ScheduleAsync(page, input.PublishAt, input.UnpublishAt);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> UnpublishAsync(Guid id)
    {
        var page = await pages.GetForChangeAsync(id);
        await publications.UnpublishAsync(page);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task DeleteAsync(Guid id)
    {
        var page = await pages.GetForChangeAsync(id);
        await trash.PutAsync(pages, page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<ListResultDto<TrashItemDto>> GetTrashAsync() => new((await pages.GetTrashAsync()).ConvertAll(item => item.ToDto(isPost: false)));

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task<PageDto> RestoreFromTrashAsync(Guid id, RestoreFromTrashInput input)
    {
        var page = await pages.GetFromTrashAsync(id);
        await trash.RestoreAsync(page, input.AsItWas);
        return await ToDtoAsync(page);
    }

    [Authorize(SitesPermissions.Pages.Publish)]
    public async Task DeleteForGoodAsync(Guid id) => await trash.DeleteForGoodAsync(pages, (await pages.GetFromTrashAsync(id)).Id);

    public async Task<ListResultDto<RevisionDto>> GetRevisionsAsync(Guid id) => await revisions.GetListAsync((await pages.GetAsync(id)).Id);

    public async Task<RevisionDifferenceDto> GetRevisionDifferenceAsync(Guid id, int number, int? from = null)
        => await revisions.CompareAsync((await pages.GetAsync(id)).Id, number, from);

    public async Task<RevisionDetailDto> GetRevisionAsync(Guid id, int number) => await revisions.GetAsync((await pages.GetAsync(id)).Id, number);

    [Authorize(SitesPermissions.Pages.Edit)]
    public async Task<PageDto> RestoreRevisionAsync(Guid id, RestoreRevisionInput input)
    {
        var page = await pages.GetForChangeAsync(id);
        await publications.RestoreAsync(page, input.Number);
        return await ToDtoAsync(page);
    }

    public async Task<ListResultDto<ReviewRemarkDto>> GetReviewAsync(Guid id) => await reviewer.ReviewAsync(await pages.GetAsync(id));

    [Authorize(SitesPermissions.Pages.Default)]
    public async Task<PreviewLinkDto> CreatePreviewLinkAsync(Guid id) => await previews.CreateAsync(await pages.GetAsync(id));

    private async Task<PageDto> ToDtoAsync(Page page, bool wasMerged = false)
        => page.ToDto(wording.ToDtos(documents.Validate(documents.Read(page.Document))), await menus.HasAsync(page), L, wasMerged);
}
