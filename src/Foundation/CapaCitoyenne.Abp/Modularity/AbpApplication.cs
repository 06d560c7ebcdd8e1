using System.Reflection;
using CapaCitoyenne.Abp.DependencyInjection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapaCitoyenne.Abp.Modularity;

/// <summary>The modules of the running application, in dependency order (what is depended on comes first).</summary>
public interface IModuleContainer
{
    IReadOnlyList<AbpModule> Modules { get; }
}

internal sealed class AbpApplication : IModuleContainer
{
    private AbpApplication(IReadOnlyList<AbpModule> modules) => Modules = modules;

    public IReadOnlyList<AbpModule> Modules { get; }

    public static AbpApplication Create(Type startupModule, IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var modules = new List<AbpModule>();
        Visit(startupModule, modules, []);
        var context = new ServiceConfigurationContext(services, configuration, environment);
        modules.ForEach(module => module.ServiceConfigurationContext = context);
        modules.ForEach(module => module.PreConfigureServices(context));
        var registered = new HashSet<Assembly>();
        foreach (var module in modules)
        {
            if (registered.Add(module.GetType().Assembly))
            {
                ConventionalRegistrar.AddAssembly(services, module.GetType().Assembly);
            }

            module.ConfigureServices(context);
        }

        modules.ForEach(module => module.ServiceConfigurationContext = null!);
        return new AbpApplication(modules);
    }

    private static void Visit(Type type, List<AbpModule> modules, List<Type> path)
    {
        if (modules.Exists(module => module.GetType() == type))
        {
            return;
        }

        if (path.Contains(type))
        {
            throw new AbpException($"Modules depend on each other in a circle: {string.Join(" → ", path.Append(type).Select(t => t.Name))}");
        }

        foreach (var attribute in type.GetCustomAttributes<DependsOnAttribute>())
        {
            foreach (var depended in attribute.DependedTypes)
            {
                Visit(depended, modules, [.. path, type]);
            }
        }

        modules.Add((AbpModule)Activator.CreateInstance(type)!);
    }
}

public static class AbpApplicationExtensions
{
    /// <summary>Configures the services of the module and of all it depends on.</summary>
    public static WebApplicationBuilder AddApplication<TStartupModule>(this WebApplicationBuilder builder) where TStartupModule : AbpModule
    {
        var application = AbpApplication.Create(typeof(TStartupModule), builder.Services, builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<IModuleContainer>(application);
        return builder;
    }

    /// <summary>Runs the initialization steps of all modules.</summary>
    public static async Task InitializeApplicationAsync(this WebApplication app)
    {
        var modules = app.Services.GetRequiredService<IModuleContainer>().Modules;
        await using var scope = app.Services.CreateAsyncScope();
        var context = new ApplicationInitializationContext(scope.ServiceProvider, app);
        foreach (var module in modules)
        {
            module.OnPreApplicationInitialization(context);
        }

        foreach (var module in modules)
        {
            await module.OnApplicationInitializationAsync(context);
        }
    }

    /// <summary>The application being initialized.</summary>
    public static WebApplication GetApplicationBuilder(this ApplicationInitializationContext context)
        => (WebApplication)(context.Host ?? throw new AbpException("This host has no application builder."));
}
