using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>Takes pictures in.</summary>
[ApiController, Route("api/sites/media"), ApiExplorerSettings(GroupName = "sites"), Authorize(SitesPermissions.Media.Edit)]
public class MediaUploadController : AbpController
{
    // A little more than the limit itself, so that the answer can say what is wrong.
    private const long MaxRequestBytes = (MediaConsts.MaxMegabytes + 5) * 1024 * 1024;

    /// <summary>One picture, as the form field <c>file</c>. The answer comes before its smaller sizes are made.</summary>
    [HttpPost, RequestSizeLimit(MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes), ProducesResponseType<MediaDto>(200)]
    public async Task<MediaDto> CreateAsync(IFormFile? file)
    {
        if (file is null || file.Length == 0) throw new BusinessException(SitesErrorCodes.MediaMissing);
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer);
        var added = await HttpContext.RequestServices.GetRequiredService<MediaManager>().AddAsync(file.FileName, buffer.ToArray());
        await UnitOfWorkManager.Current!.SaveChangesAsync();
        return added.ToDto();
    }
}
