using CapaCitoyenne.Learning.Localization;

namespace CapaCitoyenne.Learning;

/// <summary>Texts, permissions and interfaces of the courses: what other modules and clients may know of them.</summary>
public sealed class LearningContractsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpLocalizationOptions>(options => options.Resources
            .Add<LearningResource>("fr")
            .AddVirtualJson("/Localization/Learning"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Learning", typeof(LearningResource)));
    }
}
