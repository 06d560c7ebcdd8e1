using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.Settings;

internal sealed class SettingDefinitionManager : ISettingDefinitionContext, ISingletonDependency
{
    private readonly Dictionary<string, SettingDefinition> _definitions = [];

    public SettingDefinitionManager(IEnumerable<SettingDefinitionProvider> providers)
    {
        foreach (var provider in providers)
        {
            provider.Define(this);
        }
    }

    public void Add(params SettingDefinition[] definitions)
    {
        foreach (var definition in definitions)
        {
            _definitions.Add(definition.Name, definition);
        }
    }

    public SettingDefinition Get(string name) => _definitions.GetValueOrDefault(name) ?? throw new AbpException($"There is no setting {name}.");
}

internal sealed class SettingProvider(
    SettingDefinitionManager definitions, ISettingStore store, SettingEncryption encryption, ICurrentTenant currentTenant, ICurrentUser currentUser,
    IConfiguration configuration) : ISettingProvider, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name)
    {
        var definition = definitions.Get(name);
        var stored = (currentUser.Id is { } userId ? await store.GetOrNullAsync(name, "U", userId.ToString()) : null)
            ?? (currentTenant.Id is { } tenantId ? await store.GetOrNullAsync(name, "T", tenantId.ToString()) : null)
            ?? await store.GetOrNullAsync(name, "G", null);
        return encryption.Decrypt(definition, stored) ?? configuration[$"Settings:{name}"] ?? definition.DefaultValue;
    }
}

internal sealed class SettingManager(SettingDefinitionManager definitions, ISettingStore store, SettingEncryption encryption, ICurrentTenant currentTenant)
    : ISettingManager, ITransientDependency
{
    public Task SetForCurrentTenantAsync(string name, string? value) =>
        SetAsync(name, value, "T", (currentTenant.Id ?? throw new AbpException("No tenant.")).ToString());

    public Task SetGlobalAsync(string name, string? value) => SetAsync(name, value, "G", null);

    private Task SetAsync(string name, string? value, string providerName, string? providerKey) =>
        store.SetAsync(name, encryption.Encrypt(definitions.Get(name), value), providerName, providerKey);
}

/// <summary>ABP's <c>ISettingEncryptionService</c>, on ASP.NET Core's data protection instead of a passphrase.</summary>
internal sealed class SettingEncryption(IDataProtectionProvider protection, ILogger<SettingEncryption> logger) : ISingletonDependency
{
    public string? Encrypt(SettingDefinition definition, string? value) =>
        value is null || !definition.IsEncrypted ? value : ProtectorOf(definition).Protect(value);

    /// <returns>Null also when the keys that it was encrypted under are lost: a secret that cannot be read is a secret that is not set.</returns>
    public string? Decrypt(SettingDefinition definition, string? stored)
    {
        if (stored is null || !definition.IsEncrypted) return stored;
        try
        {
            return ProtectorOf(definition).Unprotect(stored);
        }
        catch (CryptographicException exception)
        {
            logger.LogError(exception, "The stored setting {Name} cannot be decrypted: it counts as not set", definition.Name);
            return null;
        }
    }

    private IDataProtector ProtectorOf(SettingDefinition definition) => protection.CreateProtector("Settings", definition.Name);
}
