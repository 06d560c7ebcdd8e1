using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CapaCitoyenne.Abp.Modularity;

public sealed class ServiceConfigurationContext(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
{
    public IServiceCollection Services { get; } = services;

    /// <summary>ABP reads these two through <c>context.Services.GetConfiguration()</c> and <c>GetHostingEnvironment()</c>.</summary>
    public IConfiguration Configuration { get; } = configuration;

    public IHostEnvironment Environment { get; } = environment;
}

/// <param name="serviceProvider">A scope of its own that lives as long as the initialization.</param>
/// <param name="host">The built application (an <c>IApplicationBuilder</c> in the web host), or null in a worker.</param>
public sealed class ApplicationInitializationContext(IServiceProvider serviceProvider, object? host)
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;

    public object? Host { get; } = host;
}
