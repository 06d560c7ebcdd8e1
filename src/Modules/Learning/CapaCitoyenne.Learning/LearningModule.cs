using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Learning;

[DependsOn(typeof(AbpFoundationModule), typeof(LearningContractsModule))]
public class LearningModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(LearningModule).Assembly, setting => setting.RootPath = "learning"));
}
