using System.Net;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.ApiKeys;
using CapaCitoyenne.Associations.Sessions;
using CapaCitoyenne.Associations.SignUps;
using Microsoft.Extensions.Configuration;

namespace CapaCitoyenne.Associations;

/// <summary>Accounts, spaces, members.</summary>
[DependsOn(typeof(AbpIdentityModule), typeof(AssociationsContractsModule))]
public class AssociationsModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(AssociationsModule).Assembly, setting => setting.RootPath = "associations"));
        Configure<AbpExceptionHttpStatusCodeOptions>(options =>
        {
            options.Map(AssociationsErrorCodes.SignInFailed, HttpStatusCode.Unauthorized);
            options.Map(AssociationsErrorCodes.SlugTaken, HttpStatusCode.Conflict);
            options.Map(AssociationsErrorCodes.SignUpKeyReused, HttpStatusCode.Conflict);
            options.Map(AssociationsErrorCodes.InvitationInvalid, HttpStatusCode.NotFound);
            options.Map(AssociationsErrorCodes.TooManyMails, HttpStatusCode.TooManyRequests);
        });
        Configure<SignUpOptions>(options => context.Configuration.GetSection("SignUp").Bind(options));
        context.Services.AddApiKeys();
        context.Services.AddSessions();
        context.Services.AddAnonymousRateLimits(context.Configuration);
    }
}
