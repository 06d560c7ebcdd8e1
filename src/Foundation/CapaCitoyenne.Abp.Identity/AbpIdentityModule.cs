using CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Identity;

/// <summary>Accounts, tenants, permission grants and stored settings. One module for what ABP spreads over four.</summary>
[DependsOn(typeof(AbpFoundationModule))]
public class AbpIdentityModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var isHttps = context.Configuration["App:SelfUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<IdentityResource>("fr").AddVirtualJson("/Localization/Identity"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Identity", typeof(IdentityResource)));
        ConfigureIdentity(context.Services);
        ConfigureCookies(context.Services, isHttps);
        ConfigureDataProtection(context.Services);
    }

    private static void ConfigureIdentity(IServiceCollection services)
    {
        services
            .AddIdentityCore<IdentityUser>(options =>
            {
                options.User.AllowedUserNameCharacters = ""; // any: the user name is an address
                options.Password.RequiredLength = IdentityUserConsts.MinPasswordLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                options.Tokens.EmailConfirmationTokenProvider = EmailConfirmationTokenProvider.ProviderName;
            })
            .AddUserStore<IdentityUserStore>()
            .AddUserManager<IdentityUserManager>()
            .AddSignInManager<AbpSignInManager>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<EmailConfirmationTokenProvider>(EmailConfirmationTokenProvider.ProviderName);
        services.AddScoped<IUserClaimsPrincipalFactory<IdentityUser>, AbpUserClaimsPrincipalFactory>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromHours(2));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
    }

    private static void ConfigureCookies(IServiceCollection services, bool isHttps)
    {
        // The prefix binds a cookie to its host and to https; browsers refuse it on plain http.
        var prefix = isHttps ? "__Host-" : "";
        var secure = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = prefix + "session";
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.LoginPath = "/connexion";
            options.LogoutPath = "/deconnexion";
            options.ReturnUrlParameter = "retour";
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
            options.Events.OnRedirectToLogin = redirect => AnswerAsync(redirect, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = redirect => AnswerAsync(redirect, StatusCodes.Status403Forbidden);
        })
        // Ended together with a session whose security stamp has changed.
        .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options =>
        {
            options.Cookie.Name = prefix + "known-device";
            options.Cookie.SecurePolicy = secure;
            options.Cookie.Path = "/";
        });
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AbpAntiForgeryOptions.HeaderName;
            options.Cookie.Name = prefix + "antiforgery";
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
        });
        services.Configure<MvcOptions>(options => options.Filters.Add<AbpAutoValidateAntiforgeryTokenAuthorizationFilter>());
    }

    // Pages lead to the sign-in form; programs get a status.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> redirect, int statusCode)
    {
        if (statusCode == StatusCodes.Status403Forbidden || redirect.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            redirect.Response.StatusCode = statusCode;
        else
            redirect.Response.Redirect(redirect.RedirectUri);
        return Task.CompletedTask;
    }

    private static void ConfigureDataProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CapaCitoyenne");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new DatabaseXmlRepository(provider.GetRequiredService<IServiceScopeFactory>())));
    }
}
