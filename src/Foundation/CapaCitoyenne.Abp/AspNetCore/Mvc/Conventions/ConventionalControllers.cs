using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc.Conventions;

/// <summary>Which assemblies' app services are served, and under which root.</summary>
public sealed class AbpAspNetCoreMvcOptions
{
    public ConventionalControllerOptions ConventionalControllers { get; } = new();
}

public sealed class ConventionalControllerOptions
{
    internal List<ConventionalControllerSetting> Settings { get; } = [];

    public void Create(Assembly assembly, Action<ConventionalControllerSetting>? configure = null)
    {
        var setting = new ConventionalControllerSetting(assembly);
        configure?.Invoke(setting);
        Settings.Add(setting);
    }

    internal ConventionalControllerSetting? Find(Type type)
        => type is { IsClass: true, IsAbstract: false } && typeof(IApplicationService).IsAssignableFrom(type) && !IsHidden(type)
            ? Settings.Find(setting => setting.Assembly == type.Assembly)
            : null;

    private static bool IsHidden(Type type)
        => type.GetInterfaces().Append(type).Any(t => t.IsDefined(typeof(IntegrationServiceAttribute))
            || t.GetCustomAttribute<RemoteServiceAttribute>() is { IsEnabled: false });
}

public sealed class ConventionalControllerSetting(Assembly assembly)
{
    public Assembly Assembly { get; } = assembly;

    /// <summary>The first segment after <c>/api</c>.</summary>
    public string RootPath { get; set; } = "app";
}

/// <summary>App services are controllers although they are internal and not called so.</summary>
internal sealed class ConventionalControllerFeatureProvider(ConventionalControllerOptions options) : ControllerFeatureProvider
{
    protected override bool IsController(TypeInfo typeInfo) => options.Find(typeInfo) is not null;
}
