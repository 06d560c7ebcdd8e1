using System.Net;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Measurement;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing;

[DependsOn(typeof(AbpFoundationModule), typeof(MailingContractsModule))]
public class MailingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.Configure<MailingOptions>(context.Configuration.GetSection(MailingOptions.Section));
        context.Services.AddHostedService(services => services.GetRequiredService<LetterCounts>());
        context.Services.AddTransient<IApiDescriptionProvider, IdempotencyApiDescription>();
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(MailingErrorCodes.IdempotencyKeyInvalid, HttpStatusCode.BadRequest);
            options.Map(MailingErrorCodes.IdempotencyKeyReused, HttpStatusCode.UnprocessableEntity);
            options.Map(MailingErrorCodes.IdempotencyInProgress, HttpStatusCode.Conflict);
            options.Map(MailingErrorCodes.TestTooMany, HttpStatusCode.TooManyRequests);
            options.Map(MailingErrorCodes.CampaignAlreadyResent, HttpStatusCode.Conflict);
            options.Map(MailingErrorCodes.ApprovalOutdated, HttpStatusCode.Conflict);
        });
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(MailingModule).Assembly, setting => setting.RootPath = "mailing"));
    }
}
