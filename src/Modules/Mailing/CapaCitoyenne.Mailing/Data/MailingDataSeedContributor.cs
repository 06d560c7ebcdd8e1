using System.Security.Cryptography;
using CapaCitoyenne.Mailing.Settings;

namespace CapaCitoyenne.Mailing.Data;

/// <summary>Makes, once for the hub, the key that signs the links of letters.</summary>
internal sealed class MailingDataSeedContributor(ISettingProvider settings, ISettingManager settingManager) : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext context)
    {
        if (context.TenantId is not null) return;
        if (string.IsNullOrEmpty(await settings.GetOrNullAsync(MailingSettingNames.LinkKey)))
            await settingManager.SetGlobalAsync(MailingSettingNames.LinkKey, $"1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}");
    }
}
