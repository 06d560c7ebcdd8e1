using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

namespace CapaCitoyenne.Mailing;

[DependsOn(typeof(AbpFoundationModule), typeof(MailingContractsModule))]
public class MailingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
        => Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(MailingModule).Assembly, setting => setting.RootPath = "mailing"));
}
