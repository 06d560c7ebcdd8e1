using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Permissions;
using CapaCitoyenne.Sites;
using CapaCitoyenne.Sites.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library.HttpApi;

/// <summary>The guides of a space as one archive.</summary>
[ApiController]
[Route("api/library/guide")]
[ApiExplorerSettings(GroupName = "library")]
[Authorize(LibraryPermissions.Guides.Write)]
public class GuideArchiveController : AbpController
{
    /// <summary>All guides as they are written now, drafts and archived ones too: Markdown with front matter, and their pictures.</summary>
    [HttpGet("archive")]
    [ProducesResponseType<FileStreamResult>(200)]
    public async Task GetAsync(CancellationToken cancellationToken)
    {
        Response.ContentType = MediaArchive.ContentType;
        Response.Headers.ContentDisposition = $"attachment; filename=\"{GuideArchive.FileName}\"";
        Response.Headers.CacheControl = "private, no-store";
        await Archive.WriteAsync(Response.Body, cancellationToken);
    }

    /// <summary>Begins a guide from each Markdown file of such an archive, as the form field <c>file</c>; all of them, or none.</summary>
    /// <returns>How many.</returns>
    [HttpPost("archive")]
    [RequestSizeLimit(MediaArchiveReader.MaxBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MediaArchiveReader.MaxBytes)]
    [ProducesResponseType<ImportedGuidesDto>(200)]
    public async Task<ImportedGuidesDto> ImportAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            throw new BusinessException(SitesTransferErrorCodes.ImportArchiveUnreadable);
        }

        await using var stream = file.OpenReadStream();
        return new ImportedGuidesDto(await Archive.ReadAsync(stream, cancellationToken));
    }

    private GuideArchive Archive => HttpContext.RequestServices.GetRequiredService<GuideArchive>();
}
