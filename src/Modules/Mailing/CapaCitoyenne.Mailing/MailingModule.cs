using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing;

[DependsOn(typeof(AbpFoundationModule), typeof(MailingContractsModule))]
public class MailingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.Configure<MailingOptions>(context.Configuration.GetSection(MailingOptions.Section));
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(MailingModule).Assembly, setting => setting.RootPath = "mailing"));
    }
}
