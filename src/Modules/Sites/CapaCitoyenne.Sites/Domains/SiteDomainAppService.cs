using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Domains;

[Authorize(SitesPermissions.Domains.Default)]
internal sealed class SiteDomainAppService(ISiteDomainRepository domains, DomainManager manager, ISiteRepository sites, SiteAddresses addresses, ITenantStore tenants)
    : SitesAppService, ISiteDomainAppService
{
    public async Task<ListResultDto<SiteDomainDto>> GetListAsync() => await ListAsync();

    [Authorize(SitesPermissions.Domains.Update)]
    public async Task<SiteDomainDto> CreateAsync(CreateSiteDomainInput input) => await ToDtoAsync(await manager.AddAsync(input.Name));

    [Authorize(SitesPermissions.Domains.Update)]
    public async Task<SiteDomainDto> CheckAsync(Guid id)
    {
        var domain = await GetOwnAsync(id);
        await manager.CheckAsync(domain);
        return await ToDtoAsync(domain);
    }

    [Authorize(SitesPermissions.Domains.Update)]
    public async Task<ListResultDto<SiteDomainDto>> MakePrimaryAsync(Guid id)
    {
        await manager.MakePrimaryAsync(await GetOwnAsync(id));
        return await ListAsync();
    }

    [Authorize(SitesPermissions.Domains.Update)]
    public async Task<ListResultDto<SiteDomainDto>> UseSubdomainAsync()
    {
        await manager.UseSubdomainAsync();
        return await ListAsync();
    }

    [Authorize(SitesPermissions.Domains.Update)]
    public async Task DeleteAsync(Guid id) => await manager.RemoveAsync(await GetOwnAsync(id));

    private async Task<SiteDomain> GetOwnAsync(Guid id)
        => await domains.FindAsync(domain => domain.Id == id && domain.OwnerTenantId == CurrentTenant.Id) ?? throw new EntityNotFoundException(typeof(SiteDomain), id);

    private async Task<ListResultDto<SiteDomainDto>> ListAsync()
    {
        var own = await domains.GetListAsync(domain => domain.OwnerTenantId == CurrentTenant.Id);
        var (primary, target) = await SiteAsync();
        return new ListResultDto<SiteDomainDto>(own.OrderBy(domain => domain.Name, StringComparer.Ordinal).Select(domain => ToDto(domain, primary, target)).ToList());
    }

    private async Task<SiteDomainDto> ToDtoAsync(SiteDomain domain)
    {
        var (primary, target) = await SiteAsync();
        return ToDto(domain, primary, target);
    }

    private async Task<(string? Primary, string Target)> SiteAsync()
        => ((await sites.FindMomentAsync())?.PrimaryDomain, addresses.GetHost((await tenants.FindAsync(CurrentTenant.Id!.Value))!.NormalizedName));

    private SiteDomainDto ToDto(SiteDomain domain, string? primary, string target) => new()
    {
        Id = domain.Id, Name = domain.Name, DisplayName = DomainName.ToDisplay(domain.Name), State = domain.State, IsPrimary = domain.Answers && domain.Name == primary,
        ProofName = domain.ProofName, ProofValue = domain.ProofValue, Target = target, Addresses = addresses.PublicAddresses, PointsHere = domain.PointsHere,
        CheckedTime = domain.CheckedTime, DetachTime = domain.DetachTime, HeldUntil = domain.HeldUntil,
    };
}
