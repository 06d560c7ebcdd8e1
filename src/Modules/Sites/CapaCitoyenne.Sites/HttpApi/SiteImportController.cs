using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>Takes the files of other systems in.</summary>
[ApiController, Route("api/sites/site-import"), ApiExplorerSettings(GroupName = "sites"), Authorize(SitesPermissions.Transfer.Import)]
public class SiteImportController : AbpController
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>
    /// One file, as the form field <c>file</c>, at most what the library of the space may hold and 512 MB for texts. Written to disk as it comes;
    /// nothing of it is held in memory.
    /// </summary>
    [HttpPost("upload"), DisableRequestSizeLimit, DisableFormValueModelBinding, UnitOfWork(IsDisabled = true), ProducesResponseType<SiteImportDto>(200), Consumes("multipart/form-data")]
    public async Task<SiteImportDto> UploadAsync(CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary)) throw new BusinessException(SitesTransferErrorCodes.ImportFileMissing);
        var uploader = HttpContext.RequestServices.GetRequiredService<SiteImportUploader>();
        var maxBytes = await uploader.GetMaxBytesAsync();
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = maxBytes + Megabyte;
        var reader = new MultipartReader(boundary, Request.Body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || disposition.Name != "file") continue;
            await using var file = TemporaryFile.Create();
            await CopyAsync(section.Body, file, maxBytes, cancellationToken);
            if (file.Length == 0) break;
            var name = Path.GetFileName(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "import");
            await using var unitOfWork = UnitOfWorkManager.Begin(requiresNew: true);
            var import = await uploader.UploadAsync(name, file, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
            return import.ToDto(HttpContext.RequestServices.GetRequiredService<IStringLocalizer<SitesResource>>());
        }
        throw new BusinessException(SitesTransferErrorCodes.ImportFileMissing);
    }

    private static async Task CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellationToken)
    {
        var part = new byte[81920];
        while (await from.ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            if (to.Length + read > maxBytes) throw new BusinessException(SitesTransferErrorCodes.ImportFileTooLarge).WithData("MaxMegabytes", maxBytes / Megabyte);
            await to.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }
    }
}
