using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Associations;

[DependsOn(typeof(AbpFoundationModule), typeof(AssociationsContractsModule))]
public class AssociationsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(AssociationsModule).Assembly, setting => setting.RootPath = "associations"));
}
