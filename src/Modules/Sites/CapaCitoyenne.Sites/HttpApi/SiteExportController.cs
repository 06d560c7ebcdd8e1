using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.HttpApi;

/// <summary>Gives exported sites.</summary>
[ApiController, Route("api/sites/site-export"), ApiExplorerSettings(GroupName = "sites"), Authorize(SitesPermissions.Transfer.Export)]
public class SiteExportController : AbpController
{
    /// <summary>The file, as a download.</summary>
    [HttpGet("{id:guid}/file"), ProducesResponseType<FileStreamResult>(200)]
    public async Task<IActionResult> GetFileAsync(Guid id, CancellationToken cancellationToken)
    {
        var services = HttpContext.RequestServices;
        var export = await services.GetRequiredService<IRepository<SiteExport, Guid>>().GetAsync(id, cancellationToken);
        if (export.Status != SiteExportStatus.Ready || await services.GetRequiredService<IBlobContainer<ExportFiles>>().GetOrNullAsync(export.BlobName, cancellationToken) is not { } file)
            throw new BusinessException(SitesTransferErrorCodes.ExportNotReady);
        Response.Headers.CacheControl = "private, no-store";
        return File(file, export.Kind == SiteExportKind.WordPress ? "application/xml" : "application/zip", SiteExportMapper.FileName(export));
    }
}
