using System.Text.Encodings.Web;
using System.Text.Unicode;
using CapaCitoyenne.Abp.AspNetCore;
using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.EntityFrameworkCore;
using CapaCitoyenne.Learning;
using CapaCitoyenne.Library;
using CapaCitoyenne.Mailing;
using CapaCitoyenne.Participation;
using CapaCitoyenne.Sites;
using CapaCitoyenne.Sites.Public;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Localization;
using Scalar.AspNetCore;
using Serilog;

namespace CapaCitoyenne.Web;

/// <summary>The host: puts the modules together, and the pipeline in order.</summary>
[DependsOn(
    typeof(AssociationsModule), typeof(SitesModule), typeof(MailingModule), typeof(LibraryModule), typeof(LearningModule), typeof(ParticipationModule),
    typeof(CapaCitoyenneEntityFrameworkCoreModule))]
public class CapaCitoyenneWebModule : AbpModule
{
    private static readonly string[] Cultures = ["fr", "en"];

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<HubResource>("fr").AddVirtualJson("/Localization/Hub"));
        Configure<AbpTenantResolveOptions>(options => options.AddDomainTenantResolver($"{{0}}.{context.Configuration["App:SiteDomain"]}"));
        // Without this Razor writes é as &#xE9;.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("fr").AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
        });
        Configure<OperatorOptions>(options => context.Configuration.GetSection("Operator").Bind(options));
        services.AddOpenApiDocument();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: ["ready"]);
        services.AddResponseCompression();
        AddHangfire(services, context.Configuration);
        services.AddHubTelemetry(context.Configuration);
    }

    private static void AddHangfire(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHangfire(hangfire =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (configuration.IsPostgreSql())
            {
                hangfire.UsePostgreSqlStorage(
                    storage => storage.UseNpgsqlConnection(configuration.GetConnectionString("Default")),
                    new PostgreSqlStorageOptions { SchemaName = "hangfire", EnableLongPolling = true });
            }
            else
            {
                // Nothing is lost with it: jobs are rows of our own, Hangfire only wakes them.
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(2) });
            }
        });
        if (configuration.GetValue("Jobs:Enabled", defaultValue: true) && !HubOpenApi.IsBuildingDocument)
        {
            services.AddHangfireServer(server => server.SchedulePollingInterval = TimeSpan.FromSeconds(1));
        }
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        var app = context.GetApplicationBuilder();
        UsePipeline(app);
        if (HubOpenApi.IsBuildingDocument)
        {
            return;
        }

        if (app.Configuration.GetValue<bool>("Database:FromModel"))
        {
            await CapaCitoyenneEntityFrameworkCoreModule.CreateFromModelAsync(app.Services);
        }
        else if (!app.Configuration.IsPostgreSql() || app.Configuration.GetValue<bool>("Database:MigrateAtStart"))
        {
            await CapaCitoyenneEntityFrameworkCoreModule.MigrateAsync(app.Services);
        }

        await context.ServiceProvider.GetRequiredService<IDataSeeder>().SeedAsync(new DataSeedContext());
        if (app.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            app.Services.AddBackgroundWorkers();
        }
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseKnownProxies();
        app.UsePublicSites();
        // Before the errors, which speak the reader's language too.
        app.UseRequestLocalization();
        app.UseCorrelationId();
        app.UseSerilogRequestLogging();
        app.UseAbpExceptionHandling("/erreur");
        app.UseHubSecurityHeaders();
        app.UseResponseCompression();
        app.UseStatusCodePagesForHtml();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseUnitOfWork();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapWorkspace();
        app.MapHealth();
        app.MapWellKnown();
        app.MapHubOpenApi();
        app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [], AsyncAuthorization = [new OperatorOnly()] });
        app.MapControllers();
        app.MapRazorPages();
    }
}
