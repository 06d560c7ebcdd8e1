using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Participation;

[DependsOn(typeof(AbpFoundationModule), typeof(ParticipationContractsModule))]
public class ParticipationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(ParticipationModule).Assembly, setting => setting.RootPath = "participation"));
}
