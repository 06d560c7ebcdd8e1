using CapaCitoyenne.Sites.Localization;

namespace CapaCitoyenne.Sites;

/// <summary>What other modules and the workspace may know of Sites.</summary>
public class SitesContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<SitesResource>("fr").AddVirtualJson("/Localization/Sites"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Sites", typeof(SitesResource)));
    }
}
