using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Sites;

[DependsOn(typeof(AbpFoundationModule), typeof(SitesContractsModule))]
public class SitesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(SitesModule).Assembly, setting => setting.RootPath = "sites"));
}
