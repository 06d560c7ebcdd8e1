namespace CapaCitoyenne.Abp.SettingManagement;

/// <summary>Settings in the table AbpSettings.</summary>
[Dependency(ReplaceServices = true)]
internal sealed class SettingStore(IRepository<Setting, Guid> settings, IGuidGenerator guidGenerator) : ISettingStore, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey) =>
        (await FindAsync(name, providerName, providerKey))?.Value;

    public async Task SetAsync(string name, string? value, string providerName, string? providerKey)
    {
        var setting = await FindAsync(name, providerName, providerKey);
        if (setting is null && value is not null)
        {
            await settings.InsertAsync(new Setting(guidGenerator.Create(), name, value, providerName, providerKey), autoSave: true);
        }
        else if (setting is not null && value is null)
        {
            await settings.DeleteAsync(setting, autoSave: true);
        }
        else if (setting is not null)
        {
            setting.Value = Check.Length(value, nameof(value), SettingConsts.MaxValueLength)!;
            await settings.UpdateAsync(setting, autoSave: true);
        }
    }

    private Task<Setting?> FindAsync(string name, string providerName, string? providerKey)
    {
        var key = providerKey ?? "";
        return settings.FindAsync(setting => setting.Name == name && setting.ProviderName == providerName && setting.ProviderKey == key);
    }
}
