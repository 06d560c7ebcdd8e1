using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.Modularity;

/// <summary>
/// A module of the application: says what it depends on with <see cref="DependsOnAttribute"/>, registers services, starts.
/// ABP's contract; the life-cycle runs per step over all modules in dependency order.
/// Smaller than ABP's: no plug-ins, no step after the initialization or at the end, and only the initialization has an asynchronous form.
/// </summary>
public abstract class AbpModule
{
    private ServiceConfigurationContext? _context;

    /// <summary>Only available while services are being configured; throws <see cref="AbpException"/> at other times.</summary>
    protected internal ServiceConfigurationContext ServiceConfigurationContext
    {
        get => _context ?? throw new AbpException("ServiceConfigurationContext is only available while services are configured.");
        internal set => _context = value;
    }

    public virtual void PreConfigureServices(ServiceConfigurationContext context) { }

    public virtual void ConfigureServices(ServiceConfigurationContext context) { }

    public virtual void OnPreApplicationInitialization(ApplicationInitializationContext context) { }

    public virtual Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        OnApplicationInitialization(context);
        return Task.CompletedTask;
    }

    public virtual void OnApplicationInitialization(ApplicationInitializationContext context) { }

    /// <summary>Shorthand for <c>context.Services.Configure&lt;TOptions&gt;</c>.</summary>
    protected void Configure<TOptions>(Action<TOptions> configureOptions) where TOptions : class
        => ServiceConfigurationContext.Services.Configure(configureOptions);
}

/// <summary>Names the modules that must be configured and initialized before this one.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DependsOnAttribute(params Type[] dependedTypes) : Attribute
{
    public Type[] DependedTypes { get; } = dependedTypes;
}
