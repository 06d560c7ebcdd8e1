using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>Takes pictures and documents in. What is longer than 64 KB waits in a temporary file, not in memory.</summary>
[ApiController, Route("api/sites/media"), ApiExplorerSettings(GroupName = "sites"), Authorize(SitesPermissions.Media.Edit)]
public class MediaUploadController : AbpController
{
    // More than the limit itself, so that the answer can say what is wrong.
    private const long MaxRequestBytes = 2L * MediaConsts.MaxDocumentMegabytes * 1024 * 1024;

    private MediaManager Manager => HttpContext.RequestServices.GetRequiredService<MediaManager>();

    /// <summary>One file, as the form field <c>file</c>. The answer comes before the smaller sizes of a picture are made.</summary>
    [HttpPost, RequestSizeLimit(MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes), ProducesResponseType<MediaDto>(200)]
    public async Task<MediaDto> CreateAsync(IFormFile? file)
    {
        await using var stream = Open(file);
        var added = await Manager.AddAsync(file!.FileName, stream);
        await UnitOfWorkManager.Current!.SaveChangesAsync();
        return added.ToDto();
    }

    /// <summary>Other bytes for a file, as the form field <c>file</c>: it keeps its URN and gets another address.</summary>
    [HttpPost("{id:guid}/replace"), RequestSizeLimit(MaxRequestBytes), RequestFormLimits(MultipartBodyLengthLimit = MaxRequestBytes), ProducesResponseType<MediaDto>(200)]
    public async Task<MediaDto> ReplaceAsync(Guid id, IFormFile? file)
    {
        var replaced = await HttpContext.RequestServices.GetRequiredService<IMediaRepository>().GetAsync(id);
        await using var stream = Open(file);
        await Manager.ReplaceAsync(replaced, stream);
        await UnitOfWorkManager.Current!.SaveChangesAsync();
        return replaced.ToDto();
    }

    private static Stream Open(IFormFile? file)
        => file is { Length: > 0 } ? file.OpenReadStream() : throw new BusinessException(SitesErrorCodes.MediaMissing);
}
