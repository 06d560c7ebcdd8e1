namespace CapaCitoyenne.Abp.TenantManagement;

/// <summary>Makes and renames tenants; keeps the promise that a slug, once given, leads to the same tenant for ever.</summary>
public interface ITenantManager : IDomainService
{
    /// <summary>Writes the tenant. The slug must be free; two sign-ups at once: the second fails on the unique index.</summary>
    Task<Tenant> CreateAsync(string name, string normalizedName);

    Task ChangeNameAsync(Tenant tenant, string name);

    /// <summary>Takes another slug; the old one redirects. Taking a former slug of its own back is allowed.</summary>
    Task ChangeNormalizedNameAsync(Tenant tenant, string normalizedName);

    /// <summary>Whether no tenant has or had the slug; a tenant's own former slugs are free for itself.</summary>
    Task<bool> IsNormalizedNameFreeAsync(string normalizedName, Guid? forTenantId = null);
}

internal sealed class TenantManager(
    IRepository<Tenant, Guid> tenants,
    IRepository<TenantSlugRedirect, Guid> redirects,
    IUnitOfWorkManager unitOfWorkManager,
    TenantCache cache) : DomainService, ITenantManager
{
    public async Task<Tenant> CreateAsync(string name, string normalizedName)
    {
        var tenant = new Tenant(GuidGenerator.Create(), name, normalizedName);
        await tenants.InsertAsync(tenant, autoSave: true);
        ForgetAfterCommit(tenant.Id, normalizedName);
        return tenant;
    }

    public Task ChangeNameAsync(Tenant tenant, string name)
    {
        tenant.SetName(name);
        ForgetAfterCommit(tenant.Id, tenant.NormalizedName);
        return tenants.UpdateAsync(tenant);
    }

    public async Task ChangeNormalizedNameAsync(Tenant tenant, string normalizedName)
    {
        var old = tenant.NormalizedName;
        if (old == normalizedName)
            return;
        await redirects.DeleteAsync(redirect => redirect.TenantId == tenant.Id && redirect.Slug == normalizedName);
        await redirects.InsertAsync(new TenantSlugRedirect(GuidGenerator.Create(), old, tenant.Id));
        tenant.SetNormalizedName(normalizedName);
        await tenants.UpdateAsync(tenant, autoSave: true);
        ForgetAfterCommit(tenant.Id, old, normalizedName);
    }

    public async Task<bool> IsNormalizedNameFreeAsync(string normalizedName, Guid? forTenantId = null) =>
        !await tenants.AnyAsync(tenant => tenant.NormalizedName == normalizedName && tenant.Id != forTenantId)
        && !await redirects.AnyAsync(redirect => redirect.Slug == normalizedName && redirect.TenantId != forTenantId);

    private void ForgetAfterCommit(Guid id, params string[] slugs) => unitOfWorkManager.Current!.OnCompleted(() =>
    {
        cache.Forget(id, slugs);
        return Task.CompletedTask;
    });
}
