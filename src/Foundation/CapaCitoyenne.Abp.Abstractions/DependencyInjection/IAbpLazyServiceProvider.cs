namespace CapaCitoyenne.Abp.DependencyInjection;

/// <summary>Resolves a service at its first use and keeps it: base classes need no constructor chains.</summary>
public interface IAbpLazyServiceProvider
{
    T LazyGetRequiredService<T>() where T : notnull;

    T? LazyGetService<T>();
}
