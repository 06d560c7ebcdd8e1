using System.Reflection;
using CapaCitoyenne.Abp.Application;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CapaCitoyenne.Abp.DependencyInjection;

/// <summary>Registers the classes of a module's assembly by ABP's conventions (see <see cref="ITransientDependency"/>).</summary>
internal static class ConventionalRegistrar
{
    public static void AddAssembly(IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            if (type is { IsClass: true, IsAbstract: false } && !type.IsGenericTypeDefinition)
            {
                AddType(services, type);
            }
        }
    }

    private static void AddType(IServiceCollection services, Type type)
    {
        var dependency = type.GetCustomAttribute<DependencyAttribute>();
        if ((dependency?.Lifetime ?? ConventionalLifetime(type)) is not { } lifetime)
        {
            return;
        }

        var exposed = ExposedServices(type).ToList();
        var self = ServiceDescriptor.Describe(type, Factory(type), lifetime);
        services.Add(self);
        foreach (var service in exposed.Where(service => service != type))
        {
            var descriptor = service.IsInterface && typeof(IApplicationService).IsAssignableFrom(type) && typeof(IApplicationService).IsAssignableFrom(service)
                ? ServiceDescriptor.Describe(service, provider => AppServiceProxy.Create(service, provider.GetRequiredService(type), provider), lifetime)
                : ServiceDescriptor.Describe(service, provider => provider.GetRequiredService(type), lifetime);
            if (dependency is { ReplaceServices: true })
            {
                services.Replace(descriptor);
            }
            else if (dependency is { TryRegister: true })
            {
                services.TryAdd(descriptor);
            }
            else
            {
                services.Add(descriptor);
            }
        }
    }

    private static ServiceLifetime? ConventionalLifetime(Type type)
        => typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
            : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
            : typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
            : IsEventHandler(type) ? ServiceLifetime.Transient
            : null;

    // Event handlers are found by what they handle, as in ABP; so are base types of definition providers.
    private static bool IsEventHandler(Type type) => type.GetInterfaces().Any(IsEventHandlerInterface);

    private static bool IsEventHandlerInterface(Type i)
        => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(ILocalEventHandler<>) || i.GetGenericTypeDefinition() == typeof(IDistributedEventHandler<>));

    private static IEnumerable<Type> ExposedServices(Type type)
    {
        var attribute = type.GetCustomAttribute<ExposeServicesAttribute>();
        IEnumerable<Type> services = attribute?.ServiceTypes ?? [];
        if (attribute is null or { IncludeDefaults: true })
        {
            services = services.Concat(type.GetInterfaces().Where(i => EndsWithName(type, i) || IsCollected(i)));
            for (var baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
            {
                if (baseType == typeof(PermissionDefinitionProvider) || baseType == typeof(SettingDefinitionProvider))
                {
                    services = services.Append(baseType);
                }
            }
        }

        return services.Distinct();
    }

    // Services that are resolved as a collection, whatever the class is called.
    private static bool IsCollected(Type i)
        => i == typeof(IDataSeedContributor) || i == typeof(BackgroundWorkers.IHangfireBackgroundWorker) || IsEventHandlerInterface(i)
            || i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncBackgroundJob<>)
            || i.GetCustomAttribute<CollectedServiceAttribute>() is not null;

    private static bool EndsWithName(Type type, Type i)
    {
        var name = i.Name.Split('`')[0];
        name = name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name[1..] : name;
        return i.Namespace?.StartsWith("System", StringComparison.Ordinal) == false && type.Name.EndsWith(name, StringComparison.Ordinal);
    }

    private static Func<IServiceProvider, object> Factory(Type type)
    {
        var create = ActivatorUtilities.CreateFactory(type, []);
        var isLazy = typeof(ILazyServiceProviderAccessor).IsAssignableFrom(type);
        return provider =>
        {
            var instance = create(provider, null);
            if (isLazy)
            {
                ((ILazyServiceProviderAccessor)instance).LazyServiceProvider = new AbpLazyServiceProvider(provider);
            }

            return instance;
        };
    }
}

internal sealed class AbpLazyServiceProvider(IServiceProvider provider) : IAbpLazyServiceProvider
{
    private readonly Dictionary<Type, object> _services = [];

    public T LazyGetRequiredService<T>() where T : notnull
    {
        if (!_services.TryGetValue(typeof(T), out var service))
        {
            _services[typeof(T)] = service = provider.GetRequiredService<T>();
        }

        return (T)service;
    }
}
