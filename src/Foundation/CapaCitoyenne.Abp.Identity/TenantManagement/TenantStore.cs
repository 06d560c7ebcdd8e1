using System.Collections.Concurrent;

namespace CapaCitoyenne.Abp.TenantManagement;

/// <summary>
/// Tenants by slug (also a former one: compare with <see cref="TenantConfiguration.NormalizedName"/>) and by id, from memory.
/// Other processes see a change within <see cref="TenantCache.Lifetime"/>.
/// </summary>
internal sealed class TenantStore(
    IRepository<Tenant, Guid> tenants,
    IRepository<TenantSlugRedirect, Guid> redirects,
    IUnitOfWorkManager unitOfWorkManager,
    TenantCache cache) : ITenantStore, ITransientDependency
{
    public Task<TenantConfiguration?> FindAsync(string normalizedName)
    {
        var slug = normalizedName.ToLowerInvariant();
        return cache.GetAsync(slug, () => InUnitOfWorkAsync(() => FindBySlugAsync(slug)));
    }

    public Task<TenantConfiguration?> FindAsync(Guid id) =>
        cache.GetAsync(id, () => InUnitOfWorkAsync(async () => Map(await tenants.FindAsync(id))));

    private async Task<TenantConfiguration?> FindBySlugAsync(string slug)
    {
        var tenant = await tenants.FindAsync(tenant => tenant.NormalizedName == slug);
        if (tenant is null && await redirects.FindAsync(redirect => redirect.Slug == slug) is { } redirect)
            tenant = await tenants.FindAsync(redirect.TenantId);
        return Map(tenant);
    }

    // The tenant is looked up before the request has a unit of work.
    private async Task<TenantConfiguration?> InUnitOfWorkAsync(Func<Task<TenantConfiguration?>> find)
    {
        if (unitOfWorkManager.Current is not null)
            return await find();
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: false);
        var found = await find();
        await unitOfWork.CompleteAsync();
        return found;
    }

    private static TenantConfiguration? Map(Tenant? tenant) =>
        tenant is null ? null : new TenantConfiguration(tenant.Id, tenant.Name, tenant.NormalizedName);
}

/// <summary>
/// Answers of the tenant store. Unknown slugs are remembered too, for seconds only, so that a crawler of made-up host names
/// does not reach the database each time; the whole is emptied when it grows too large.
/// </summary>
internal sealed class TenantCache(IClock clock) : ISingletonDependency
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan UnknownLifetime = TimeSpan.FromSeconds(5);
    private const int MaxEntries = 50_000;

    private readonly ConcurrentDictionary<object, (TenantConfiguration? Tenant, DateTime Until)> _entries = new();

    public async Task<TenantConfiguration?> GetAsync(object key, Func<Task<TenantConfiguration?>> find)
    {
        if (_entries.TryGetValue(key, out var entry) && entry.Until > clock.Now)
            return entry.Tenant;
        var tenant = await find();
        if (_entries.Count >= MaxEntries)
            _entries.Clear();
        _entries[key] = entry = (tenant, clock.Now + (tenant is null ? UnknownLifetime : Lifetime));
        // Whoever asks by the one asks by the other next.
        if (tenant is not null)
            _entries[tenant.Id] = _entries[tenant.NormalizedName] = entry;
        return tenant;
    }

    public void Forget(Guid id, params string[] slugs)
    {
        _entries.TryRemove(id, out _);
        foreach (var slug in slugs)
            _entries.TryRemove(slug, out _);
    }
}
