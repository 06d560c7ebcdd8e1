using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Public;

/// <summary>What every page of the current space's site needs, asked once for the page and for what is drawn around it.</summary>
internal sealed class PublicSiteFrame(ISiteRepository sites, ICurrentTenant currentTenant) : IScopedDependency
{
    private SiteFrame? _frame;

    /// <summary>Needs a unit of work. A space that wrote nothing yet has an empty site.</summary>
    public async Task<SiteFrame> GetAsync()
    {
        var tenantId = currentTenant.Id ?? throw new AbpException("A site's page was asked for outside of a space.");
        if (_frame?.Site.TenantId != tenantId) _frame = await sites.FindFrameAsync() ?? new SiteFrame(new Site(Guid.Empty, tenantId, SiteConsts.DefaultLanguage), null, false, false);
        return _frame;
    }
}
