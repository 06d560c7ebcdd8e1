using System.Security.Cryptography;
using CapaCitoyenne.Sites.Public;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>Attaches domains to spaces and takes them off: what needs the name system, other rows, or the site.</summary>
internal sealed class DomainManager(
    ISiteDomainRepository domains, ISiteRepository sites, IDnsResolver resolver, DomainMailer mailer, DomainDirectory directory, SiteAddresses addresses, ITenantStore tenants,
    SiteManager siteManager, IUnitOfWorkManager unitOfWorkManager) : DomainService
{
    /// <summary>Notes a name for the current space; one that it gave up is taken back.</summary>
    public async Task<SiteDomain> AddAsync(string text)
    {
        var tenantId = CurrentTenant.Id!.Value;
        var name = DomainName.Parse(text) ?? throw new BusinessException(SitesErrorCodes.DomainInvalid).WithData("Name", text);
        if (DomainName.IsReserved(name, addresses.HubHost, addresses.Domain)) throw new BusinessException(SitesErrorCodes.DomainReserved).WithData("Name", name);
        await RefuseTakenAsync(name);
        if (await domains.FindAsync(domain => domain.OwnerTenantId == tenantId && domain.Name == name) is { } own)
        {
            own.TakeBack();
            return own;
        }
        if (await domains.CountAsync(domain => domain.OwnerTenantId == tenantId) >= DomainConsts.MaxDomains)
            throw new BusinessException(SitesErrorCodes.TooManyDomains).WithData("Max", DomainConsts.MaxDomains);
        return await domains.InsertAsync(new SiteDomain(GuidGenerator.Create(), tenantId, name, RandomNumberGenerator.GetHexString(SiteDomain.TokenLength, lowercase: true)));
    }

    /// <summary>Asks the name system and draws the conclusions. No answer changes nothing.</summary>
    /// <exception cref="BusinessException">DomainTaken: another space proved it first, or keeps it.</exception>
    public async Task CheckAsync(SiteDomain domain)
    {
        var texts = await resolver.FindTextsAsync(domain.ProofName);
        domain.Point(await PointsHereAsync(domain));
        if (texts is null) return;
        if (texts.Any(text => text.Trim() == domain.ProofValue))
        {
            await RefuseTakenAsync(domain.Name, domain.OwnerTenantId);
            var isNew = !domain.Answers;
            domain.Prove(Clock.Now);
            if (isNew) Changed();
            return;
        }
        var change = domain.Miss(Clock.Now);
        if (change == DomainChange.Detached) await LeaveAsync(domain);
        if (change != DomainChange.None) await mailer.SendAsync(domain, change);
    }

    /// <summary>Gives a name up. One that was never proven is forgotten at once.</summary>
    public async Task RemoveAsync(SiteDomain domain)
    {
        if (domain.ClaimedName is null)
        {
            await domains.DeleteAsync(domain);
            return;
        }
        domain.Remove(Clock.Now);
        await LeaveAsync(domain);
    }

    public async Task MakePrimaryAsync(SiteDomain domain)
    {
        if (!domain.Answers) throw new BusinessException(SitesErrorCodes.DomainNotProven).WithData("Name", domain.Name);
        await SetPrimaryAsync(domain.Name);
    }

    public Task UseSubdomainAsync() => SetPrimaryAsync(null);

    private async Task LeaveAsync(SiteDomain domain)
    {
        Changed();
        if ((await siteManager.GetAsync()).PrimaryDomain == domain.Name) await SetPrimaryAsync(null);
    }

    private async Task SetPrimaryAsync(string? name)
    {
        await sites.SetPrimaryDomainAsync(name);
        await siteManager.ContentChangedAsync();
        Changed();
    }

    private void Changed() => unitOfWorkManager.Current!.OnCompleted(() => directory.ReadAsync(force: true));

    private async Task<bool?> PointsHereAsync(SiteDomain domain)
    {
        var there = await resolver.FindAddressesAsync(domain.Name);
        if (there is null || await tenants.FindAsync(domain.OwnerTenantId) is not { } tenant) return null;
        var here = await resolver.FindAddressesAsync(addresses.GetHost(tenant.NormalizedName));
        return here is null ? null : there.Intersect(here.Concat(addresses.PublicAddresses), StringComparer.OrdinalIgnoreCase).Any();
    }

    private async Task RefuseTakenAsync(string name, Guid? ownerTenantId = null)
    {
        var owner = ownerTenantId ?? CurrentTenant.Id;
        if (await domains.FindAsync(domain => domain.ClaimedName == name && domain.OwnerTenantId != owner) is not { } other) return;
        if (other.HeldUntil is not { } until || until > Clock.Now) throw new BusinessException(SitesErrorCodes.DomainTaken).WithData("Name", name);
        await domains.DeleteAsync(other, autoSave: true);
    }
}
