namespace CapaCitoyenne.Sites.Domains;

/// <summary>The domain names that the association brought along for its site.</summary>
public interface ISiteDomainAppService : IApplicationService
{
    Task<ListResultDto<SiteDomainDto>> GetListAsync();

    /// <summary>Notes a name and tells what to write at the registrar. Errors: DomainInvalid, DomainReserved (400), DomainTaken (409), TooManyDomains.</summary>
    Task<SiteDomainDto> CreateAsync(CreateSiteDomainInput input);

    /// <summary>Asks the name system now. With the proof there the name is the space's; errors: DomainTaken (409).</summary>
    Task<SiteDomainDto> CheckAsync(Guid id);

    /// <summary>The address that readers see: all others lead there by a 301. Error: DomainNotProven.</summary>
    Task<ListResultDto<SiteDomainDto>> MakePrimaryAsync(Guid id);

    /// <summary>The sub-domain of the hub is the site's address again.</summary>
    Task<ListResultDto<SiteDomainDto>> UseSubdomainAsync();

    /// <summary>Gives the name up. Nobody else can take a proven name for 90 days.</summary>
    Task DeleteAsync(Guid id);
}
