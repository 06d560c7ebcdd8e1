namespace CapaCitoyenne.Abp.Settings;

/// <summary>A setting with its default. Values are looked up user → tenant → global → configuration (<c>Settings:Name</c>) → default.</summary>
public sealed class SettingDefinition(
    string name, string? defaultValue = null, ILocalizableString? displayName = null, bool isEncrypted = false)
{
    public string Name { get; } = name;

    public string? DefaultValue { get; } = defaultValue;

    public ILocalizableString? DisplayName { get; } = displayName;

    /// <summary>A secret: the store holds it encrypted under the hub's data protection keys. What the configuration says is taken as it is.</summary>
    public bool IsEncrypted { get; } = isEncrypted;
}

public interface ISettingDefinitionContext
{
    void Add(params SettingDefinition[] definitions);
}

/// <summary>Declares a module's settings; found by convention.</summary>
public abstract class SettingDefinitionProvider : ITransientDependency
{
    public abstract void Define(ISettingDefinitionContext context);
}

public interface ISettingProvider
{
    Task<string?> GetOrNullAsync(string name);
}

/// <summary>Stored values. <c>providerName</c>: <c>G</c> global, <c>T</c> tenant, <c>U</c> user.</summary>
public interface ISettingStore
{
    Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey);

    Task SetAsync(string name, string? value, string providerName, string? providerKey);
}

public interface ISettingManager
{
    Task SetForCurrentTenantAsync(string name, string? value);

    Task SetGlobalAsync(string name, string? value);
}

public static class SettingProviderExtensions
{
    public static async Task<T> GetAsync<T>(this ISettingProvider provider, string name, T defaultValue = default) where T : struct, IParsable<T>
        => T.TryParse(await provider.GetOrNullAsync(name), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : defaultValue;
}
