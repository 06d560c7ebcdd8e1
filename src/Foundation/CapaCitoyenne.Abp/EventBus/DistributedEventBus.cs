using System.Text.Json;
using CapaCitoyenne.Abp.BackgroundJobs;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.EventBus.Distributed;

/// <summary>
/// The outbox is the job table: one job row for each handler, written with the work that the event tells of,
/// so that one failing handler is retried without repeating the others.
/// </summary>
internal sealed class DistributedEventBus(BackgroundJobStore jobs, DistributedEventSubscriptions subscriptions) : IDistributedEventBus, ISingletonDependency
{
    public Task PublishAsync<TEvent>(TEvent eventData) where TEvent : class => PublishAsync(eventData.GetType(), eventData);

    public async Task PublishAsync(Type eventType, object eventData)
    {
        var name = EventNameAttribute.GetNameOrDefault(eventType);
        foreach (var handler in subscriptions.HandlersOf(eventType))
        {
            await jobs.AddAsync(name, JsonSerializer.Serialize(eventData, eventType), BackgroundJobPriority.Normal, delay: null, handler.FullName);
        }
    }
}

/// <summary>Which classes handle which distributed events; read once from the service registrations.</summary>
internal sealed class DistributedEventSubscriptions(IServiceCollection services)
{
    private readonly ILookup<Type, Type> _handlers = services
        .Where(descriptor => !descriptor.ServiceType.IsInterface)
        .Select(descriptor => descriptor.ServiceType)
        .Distinct()
        .SelectMany(type => type.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDistributedEventHandler<>))
            .Select(i => (Event: i.GetGenericArguments()[0], Handler: type)))
        .ToLookup(pair => pair.Event, pair => pair.Handler);

    public IEnumerable<Type> HandlersOf(Type eventType) => _handlers[eventType];

    public (Type Event, Type Handler)? Find(string eventName, string handlerName)
    {
        foreach (var group in _handlers.Where(group => EventNameAttribute.GetNameOrDefault(group.Key) == eventName))
        {
            if (group.FirstOrDefault(handler => handler.FullName == handlerName) is { } handler)
            {
                return (group.Key, handler);
            }
        }

        return null;
    }
}
