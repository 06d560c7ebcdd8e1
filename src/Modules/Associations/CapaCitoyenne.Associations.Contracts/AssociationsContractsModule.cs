using CapaCitoyenne.Associations.Localization;

namespace CapaCitoyenne.Associations;

/// <summary>Public surface of the module Associations.</summary>
public class AssociationsContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpLocalizationOptions>(options =>
            options.Resources.Add<AssociationsResource>("fr").AddVirtualJson("/Localization/Associations"));
        Configure<AbpExceptionLocalizationOptions>(options =>
            options.MapCodeNamespace("Associations", typeof(AssociationsResource)));
    }
}
