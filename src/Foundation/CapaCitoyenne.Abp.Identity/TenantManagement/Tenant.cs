namespace CapaCitoyenne.Abp.TenantManagement;

/// <summary>One association's space. Differs from ABP's: the normalized name is the slug that stands in addresses, not derived from the name.</summary>
public class Tenant : AuditedAggregateRoot<Guid>
{
    protected Tenant() { }

    internal Tenant(Guid id, string name, string normalizedName) : base(id)
    {
        SetName(name);
        SetNormalizedName(normalizedName);
    }

    public string Name { get; private set; } = "";

    /// <summary>The slug: lower-case ASCII letters, digits and hyphens; unique, also among former ones.</summary>
    public string NormalizedName { get; private set; } = "";

    // One line: names stand in mail headers and titles.
    internal void SetName(string name) => Name = Check.NotNullOrWhiteSpace(string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), nameof(name), TenantConsts.MaxNameLength);

    internal void SetNormalizedName(string normalizedName) =>
        NormalizedName = Check.NotNullOrWhiteSpace(normalizedName, nameof(normalizedName), TenantConsts.MaxNormalizedNameLength);
}

/// <summary>Lengths of a tenant's columns.</summary>
public static class TenantConsts
{
    public const int MaxNameLength = 120;

    /// <summary>A host name's label.</summary>
    public const int MaxNormalizedNameLength = 63;
}
