using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Posts;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Media;

[Authorize(SitesPermissions.Media.Default)]
internal sealed class MediaAppService(IRepository<MediaFile, Guid> media, IRepository<Page, Guid> pages, IRepository<Post, Guid> posts) : SitesAppService, IMediaAppService
{
    public async Task<PagedResultDto<MediaDto>> GetListAsync(PagedResultRequestDto input)
    {
        var query = (await media.GetQueryableAsync()).OrderByDescending(file => file.CreationTime).ThenByDescending(file => file.Id);
        var page = await AsyncExecuter.ToListAsync(query.Skip(input.SkipCount).Take(input.MaxResultCount));
        return new(await media.GetCountAsync(), page.ConvertAll(file => file.ToDto()));
    }

    public async Task<MediaDto> GetAsync(Guid id) => (await media.GetAsync(id)).ToDto();

    [Authorize(SitesPermissions.Media.Edit)]
    public async Task<MediaDto> UpdateAsync(Guid id, UpdateMediaInput input)
    {
        var file = await media.GetAsync(id);
        file.SetAlt(input.Alt);
        return file.ToDto();
    }

    [Authorize(SitesPermissions.Media.Edit)]
    public async Task DeleteAsync(Guid id)
    {
        var file = await media.GetAsync(id);
        var urn = Urn.Of("media", id);
        var count = await pages.CountAsync(page => page.Document.Contains(urn) || page.PublishedDocument!.Contains(urn))
            + await posts.CountAsync(post => post.Document.Contains(urn) || post.PublishedDocument!.Contains(urn));
        if (count > 0) throw new BusinessException(SitesErrorCodes.MediaInUse).WithData("Count", count);
        // The blobs stay: letters that were sent show them.
        await media.DeleteAsync(file);
    }
}
