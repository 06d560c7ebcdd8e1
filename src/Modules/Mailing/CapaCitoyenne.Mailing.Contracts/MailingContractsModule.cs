using CapaCitoyenne.Mailing.Localization;

namespace CapaCitoyenne.Mailing;

/// <summary>What other modules and the workspace may know of Mailing: services, DTOs, permissions, error codes and texts.</summary>
public class MailingContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpLocalizationOptions>(options =>
            options.Resources.Add<MailingResource>("fr").AddVirtualJson("/Localization/Mailing"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Mailing", typeof(MailingResource)));
    }
}
