namespace CapaCitoyenne.Abp.Application.Services;

/// <summary>Use cases: permission, validation and unit of work apply to each method, by HTTP or through the interface.</summary>
public interface IApplicationService : ITransientDependency;

/// <summary>What other modules may ask: not on HTTP, no user permission, the tenant filter applies.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class IntegrationServiceAttribute : Attribute;

/// <summary>Leaves a service or method out of the conventional controllers.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Interface)]
public sealed class RemoteServiceAttribute(bool isEnabled = true) : Attribute
{
    public bool IsEnabled { get; } = isEnabled;
}
