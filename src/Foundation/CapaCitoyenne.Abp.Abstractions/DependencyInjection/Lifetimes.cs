using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.DependencyInjection;

/// <summary>Conventional registration: a class of a module assembly with one of these markers is registered by itself.</summary>
public interface ITransientDependency;

public interface IScopedDependency;

public interface ISingletonDependency;

/// <summary>Overrides the conventional lifetime, or replaces earlier registrations of the same services.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DependencyAttribute : Attribute
{
    public DependencyAttribute() { }

    public DependencyAttribute(ServiceLifetime lifetime) => Lifetime = lifetime;

    public ServiceLifetime? Lifetime { get; }

    public bool TryRegister { get; set; }

    public bool ReplaceServices { get; set; }
}

/// <summary>
/// Says which services a class offers. Without it: the class itself and each interface whose name without its I ends the class's name
/// (<c>EfCoreCampaignRepository</c> offers <c>ICampaignRepository</c>), which is ABP's default.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExposeServicesAttribute(params Type[] serviceTypes) : Attribute
{
    public Type[] ServiceTypes { get; } = serviceTypes;

    public bool IncludeDefaults { get; set; }

    public bool IncludeSelf { get; set; }
}
