namespace CapaCitoyenne.Abp.MultiTenancy;

/// <summary>
/// A row of one association's space, or of the host where <see cref="TenantId"/> is null. The filter named <c>tenant</c> applies to every query;
/// saving stamps the current tenant and refuses the row of another.
/// </summary>
public interface IMultiTenant
{
    Guid? TenantId { get; }
}

/// <summary>The space that the present request or job works for. Flows with the asynchronous context.</summary>
public interface ICurrentTenant
{
    /// <summary>False on the host side.</summary>
    bool IsAvailable { get; }

    Guid? Id { get; }

    string? Name { get; }

    /// <summary>Works for another tenant (null: the host) until the result is disposed.</summary>
    IDisposable Change(Guid? id, string? name = null);
}

/// <summary>What the framework knows of a tenant.</summary>
public sealed record TenantConfiguration(Guid Id, string Name, string NormalizedName, bool IsActive = true);

/// <summary>Finds tenants; answers come from memory on the hot path.</summary>
public interface ITenantStore
{
    /// <param name="normalizedName">The space's slug, in lower case.</param>
    Task<TenantConfiguration?> FindAsync(string normalizedName);

    Task<TenantConfiguration?> FindAsync(Guid id);
}
