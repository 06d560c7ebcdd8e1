namespace CapaCitoyenne.Abp.PermissionManagement;

/// <summary>A permission given by a row, beyond what the role's definition holds. Unlike ABP's, most grants are not rows.</summary>
public class PermissionGrant : Entity<Guid>, IMultiTenant
{
    protected PermissionGrant() { }

    public PermissionGrant(Guid id, string name, string providerName, string providerKey, Guid? tenantId = null) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), PermissionGrantConsts.MaxNameLength);
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName), PermissionGrantConsts.MaxProviderNameLength);
        ProviderKey = Check.NotNullOrWhiteSpace(providerKey, nameof(providerKey), PermissionGrantConsts.MaxProviderKeyLength);
        TenantId = tenantId;
    }

    public Guid? TenantId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>From <see cref="PermissionValueProviders"/>.</summary>
    public string ProviderName { get; private set; } = "";

    /// <summary>The role's name or the user's id.</summary>
    public string ProviderKey { get; private set; } = "";
}

/// <summary>Lengths of a grant's columns.</summary>
public static class PermissionGrantConsts
{
    public const int MaxNameLength = 128;
    public const int MaxProviderNameLength = 8;
    public const int MaxProviderKeyLength = 64;
}
