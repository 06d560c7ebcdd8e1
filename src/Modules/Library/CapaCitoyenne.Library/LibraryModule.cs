using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Library;

[DependsOn(typeof(AbpFoundationModule), typeof(LibraryContractsModule))]
public class LibraryModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(LibraryModule).Assembly, setting => setting.RootPath = "library"));
}
