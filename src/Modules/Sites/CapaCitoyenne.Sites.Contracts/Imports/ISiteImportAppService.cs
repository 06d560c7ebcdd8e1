namespace CapaCitoyenne.Sites.Imports;

/// <summary>
/// Moves a site in, in two steps: upload (<c>POST /api/sites/site-import/upload</c>, form field <c>file</c>, answers <see cref="SiteImportDto"/>) and
/// start. Poll <see cref="GetAsync"/> while the status is Reading or Running. Doing it twice with the same file adds nothing the second time.
/// </summary>
public interface ISiteImportAppService : IApplicationService
{
    /// <summary>The newest twenty.</summary>
    Task<ListResultDto<SiteImportDto>> GetListAsync();

    Task<SiteImportDto> GetAsync(Guid id);

    /// <exception cref="BusinessException">ImportAlreadyStarted, ImportAddressInvalid.</exception>
    Task<SiteImportDto> StartAsync(Guid id, StartSiteImportDto input);

    /// <summary>Stops after the thing that is being taken in. Started again, it goes on.</summary>
    Task<SiteImportDto> CancelAsync(Guid id);

    /// <summary>The report, in the order of the work.</summary>
    Task<ListResultDto<SiteImportItemDto>> GetItemsAsync(Guid id, GetSiteImportItemsInput input);
}
