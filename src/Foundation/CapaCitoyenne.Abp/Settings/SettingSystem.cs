using Microsoft.Extensions.Configuration;

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
    SettingDefinitionManager definitions, ISettingStore store, ICurrentTenant currentTenant, ICurrentUser currentUser, IConfiguration configuration)
    : ISettingProvider, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name)
    {
        var definition = definitions.Get(name);
        return (currentUser.Id is { } userId ? await store.GetOrNullAsync(name, "U", userId.ToString()) : null)
            ?? (currentTenant.Id is { } tenantId ? await store.GetOrNullAsync(name, "T", tenantId.ToString()) : null)
            ?? await store.GetOrNullAsync(name, "G", null)
            ?? configuration[$"Settings:{name}"]
            ?? definition.DefaultValue;
    }
}

internal sealed class SettingManager(SettingDefinitionManager definitions, ISettingStore store, ICurrentTenant currentTenant)
    : ISettingManager, ITransientDependency
{
    public Task SetForCurrentTenantAsync(string name, string? value)
        => store.SetAsync(definitions.Get(name).Name, value, "T", (currentTenant.Id ?? throw new AbpException("No tenant.")).ToString());

    public Task SetGlobalAsync(string name, string? value) => store.SetAsync(definitions.Get(name).Name, value, "G", null);
}
