namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// Takes a site along. Made in the background: poll <see cref="GetAsync"/>; the file is at <c>GET /api/sites/site-export/{id}/file</c> for
/// <see cref="SiteExportConsts.DaysKept"/> days.
/// </summary>
public interface ISiteExportAppService : IApplicationService
{
    /// <summary>The newest twenty.</summary>
    Task<ListResultDto<SiteExportDto>> GetListAsync();

    Task<SiteExportDto> GetAsync(Guid id);

    /// <summary>Asked for again while one of the same kind is being made: that one is answered.</summary>
    Task<SiteExportDto> CreateAsync(CreateSiteExportDto input);
}
