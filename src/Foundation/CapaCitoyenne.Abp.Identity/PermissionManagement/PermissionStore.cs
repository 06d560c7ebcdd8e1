namespace CapaCitoyenne.Abp.PermissionManagement;

/// <summary>The grants of the current tenant, read once for a request or job: there are few.</summary>
[Dependency(ReplaceServices = true)]
internal sealed class PermissionStore(IRepository<PermissionGrant, Guid> grants, ICurrentTenant currentTenant) : IPermissionStore, IScopedDependency
{
    private readonly Dictionary<Guid, HashSet<(string Name, string ProviderName, string ProviderKey)>> _byTenant = [];

    public async Task<bool> IsGrantedAsync(string name, string providerName, string providerKey)
    {
        var key = currentTenant.Id ?? Guid.Empty;
        if (!_byTenant.TryGetValue(key, out var granted))
        {
            var rows = await grants.GetListAsync();
            granted = rows.Select(grant => (grant.Name, grant.ProviderName, grant.ProviderKey)).ToHashSet();
            _byTenant[key] = granted;
        }

        return granted.Contains((name, providerName, providerKey));
    }
}
