namespace CapaCitoyenne.Abp.SettingManagement;

/// <summary>A stored value of a setting. The provider (global, tenant, user) is part of the key, so the row is of no tenant.</summary>
internal sealed class Setting : Entity<Guid>
{
    private Setting() { }

    public Setting(Guid id, string name, string value, string providerName, string? providerKey) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), SettingConsts.MaxNameLength);
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName), SettingConsts.MaxProviderNameLength);
        ProviderKey = providerKey ?? "";
        Value = value;
    }

    public string Name { get; private set; } = "";

    public string Value { get; set; } = "";

    public string ProviderName { get; private set; } = "";

    /// <summary>The tenant's or user's id; empty for global values, since both databases hold nulls apart in a unique index.</summary>
    public string ProviderKey { get; private set; } = "";
}

internal static class SettingConsts
{
    public const int MaxNameLength = 128;
    public const int MaxValueLength = 2048;
    public const int MaxProviderNameLength = 8;
    public const int MaxProviderKeyLength = 64;
}
