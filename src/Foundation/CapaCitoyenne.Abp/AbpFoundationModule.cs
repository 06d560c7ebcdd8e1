using System.Text.Json.Serialization;
using CapaCitoyenne.Abp.AspNetCore.ExceptionHandling;
using CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;
using CapaCitoyenne.Abp.BackgroundJobs;
using CapaCitoyenne.Abp.EventBus.Distributed;
using CapaCitoyenne.Abp.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp;

/// <summary>Everything the modules stand on. Each of them depends on it.</summary>
public sealed class AbpFoundationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddPermissions();
        services.AddTransient(typeof(IRepository<,>), typeof(DefaultRepository<,>));
        services.AddTransient(typeof(IRepository<>), typeof(DefaultRepository<>));
        services.AddTransient(typeof(IBlobContainer<>), typeof(FileSystemBlobContainer<>));
        services.AddTransient<HangfireJob>();
        services.AddOutsideHttp();
        services.AddSingleton(_ => new DistributedEventSubscriptions(services));
        services.AddSingleton(_ => new BackgroundJobTypes(services));
        services.Configure<MailOptions>(context.Configuration.GetSection("Mail"));
        services.Configure<AbpFileSystemBlobOptions>(context.Configuration.GetSection("Blobs"));

        services.AddLocalization();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, JsonStringLocalizerFactory>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<AbpResource>("fr").AddVirtualJson("/Localization/Abp"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Abp", typeof(AbpResource)));

        services.AddExceptionHandler<AbpExceptionHandler>();
        services.AddProblemDetails();
        ConfigureMvc(services);
    }

    private static void ConfigureMvc(IServiceCollection services)
    {
        services.AddTransient<AspNetCore.Mvc.AbpActionFilter>();
        services.AddControllers(options =>
            {
                options.Filters.AddService<AspNetCore.Mvc.AbpActionFilter>();
                options.ModelMetadataDetailsProviders.Add(new ValidationMessages());
                // A text is JSON like every other answer.
                options.OutputFormatters.RemoveType<Microsoft.AspNetCore.Mvc.Formatters.StringOutputFormatter>();
            })
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(AbpResource)))
            .AddJsonOptions(options =>
            {
                options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter());
                options.JsonSerializerOptions.Converters.Add(new AspNetCore.Mvc.StorableTextConverter());
                options.JsonSerializerOptions.NumberHandling = JsonNumberHandling.Strict;
                options.JsonSerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
            });
        services.AddRazorPages();
        services.AddOptions<MvcOptions>().Configure<IOptions<AbpAspNetCoreMvcOptions>>((mvc, abp) =>
            mvc.Conventions.Add(new AbpServiceConvention(abp.Value.ConventionalControllers)));
        // App services are built by the container, which gives them their lazy provider.
        services.Replace(ServiceDescriptor.Transient<IControllerActivator, ServiceOrNewControllerActivator>());
    }

    /// <summary>Makes every module's assembly a part of MVC (services, controllers, Razor pages), whatever the entry assembly is.</summary>
    public override void OnPreApplicationInitialization(ApplicationInitializationContext context)
    {
        var parts = context.ServiceProvider.GetRequiredService<ApplicationPartManager>();
        var options = context.ServiceProvider.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value;
        parts.FeatureProviders.Add(new ConventionalControllerFeatureProvider(options.ConventionalControllers));
        foreach (var assembly in context.ServiceProvider.GetRequiredService<IModuleContainer>().Modules.Select(module => module.GetType().Assembly).Distinct())
        {
            if (!parts.ApplicationParts.Any(part => part.Name == assembly.GetName().Name))
            {
                foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                {
                    parts.ApplicationParts.Add(part);
                }
            }
        }
    }
}
