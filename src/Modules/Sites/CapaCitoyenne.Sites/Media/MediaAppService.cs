using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Media;

[Authorize(SitesPermissions.Media.Default)]
internal sealed class MediaAppService(IMediaRepository media, MediaManager mediaManager, MediaUsageFinder usages, MediaQuota quota, SiteManager siteManager)
    : SitesAppService, IMediaAppService
{
    private const int MaxMany = 100;

    public async Task<MediaPageDto> GetListAsync(GetMediaInput input)
    {
        var words = Slug.Fold(input.Filter ?? "").Split('-', StringSplitOptions.RemoveEmptyEntries);
        var query = new MediaQuery(words, input.Kind, input.Trash, Guid.TryParse(input.Cursor, out var before) ? before : null);
        var rows = input.Unused ? await usages.GetUnusedPageAsync(query, input.MaxResultCount + 1) : await media.GetPageAsync(query, input.MaxResultCount + 1);
        var page = rows.Take(input.MaxResultCount).ToList();
        return new MediaPageDto { Items = page.ConvertAll(file => file.ToDto()), NextCursor = rows.Count > page.Count ? page[^1].Id.ToString("N") : null };
    }

    public async Task<MediaDto> GetAsync(Guid id) => (await media.GetAsync(id)).ToDto();

    public async Task<ListResultDto<MediaDto>> GetManyAsync(GetManyMediaInput input)
    {
        var ids = input.Ids.Split(',').Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Take(MaxMany).ToArray();
        return new((await media.GetListAsync(file => ids.Contains(file.Id))).ConvertAll(file => file.ToDto()));
    }

    [Authorize(SitesPermissions.Media.Edit)]
    public async Task<MediaDto> UpdateAsync(Guid id, UpdateMediaInput input)
    {
        var file = await media.GetAsync(id);
        file.ConcurrencyStamp = input.ConcurrencyStamp ?? file.ConcurrencyStamp;
        file.Rename(input.FileName);
        file.Describe(input.Alt, input.IsDecorative, input.Caption, input.Credit);
        file.NoteConsent(input.ConsentNote, input.ConsentUntil);
        file.Focus(input.FocusX, input.FocusY);
        await media.UpdateAsync(file, autoSave: true);
        await siteManager.ContentChangedAsync();
        return file.ToDto();
    }

    public async Task<ListResultDto<MediaUsageDto>> GetUsagesAsync(Guid id) => new(await usages.FindAsync((await media.GetAsync(id)).Id));

    public Task<MediaQuotaDto> GetQuotaAsync() => quota.GetAsync();

    [Authorize(SitesPermissions.Media.Edit)]
    public async Task DeleteAsync(Guid id, bool evenIfUsed = false)
    {
        var file = await media.GetAsync(id);
        if (!evenIfUsed && await usages.FindAsync(id) is { Count: > 0 and var count }) throw new BusinessException(SitesErrorCodes.MediaInUse).WithData("Count", count);
        await media.DeleteAsync(file);
        await siteManager.ContentChangedAsync();
    }

    [Authorize(SitesPermissions.Media.Edit)]
    public async Task<MediaDto> RestoreAsync(Guid id)
    {
        var file = await media.FindTrashedAsync(id) ?? throw new EntityNotFoundException(typeof(MediaFile), id);
        file.Restore();
        await siteManager.ContentChangedAsync();
        return file.ToDto();
    }

    [Authorize(SitesPermissions.Media.Edit)]
    public Task EmptyTrashAsync() => mediaManager.EmptyTrashAsync();
}
