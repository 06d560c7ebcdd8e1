namespace CapaCitoyenne.Abp.DependencyInjection;

/// <summary>Resolves a service at its first use and keeps it: base classes need no constructor chains.</summary>
public interface IAbpLazyServiceProvider
{
    T LazyGetRequiredService<T>() where T : notnull;
}

/// <summary>
/// A base class that wants its lazy provider set by the container. Stands in for ABP's property injection,
/// which Microsoft's container does not have.
/// </summary>
public interface ILazyServiceProviderAccessor
{
    IAbpLazyServiceProvider LazyServiceProvider { get; set; }
}
