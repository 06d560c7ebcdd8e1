using System.Reflection;

namespace CapaCitoyenne.Abp.EventBus
{
    /// <summary>The stable name of an event in stored jobs; without it, the full name of the type.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class EventNameAttribute(string name) : Attribute
    {
        public string Name { get; } = name;

        public static string GetNameOrDefault(Type eventType)
            => eventType.GetCustomAttribute<EventNameAttribute>()?.Name ?? eventType.FullName!;
    }

    /// <summary>Handled at once, in the publisher's unit of work: a failing handler rolls it back.</summary>
    public interface ILocalEventHandler<in TEvent>
    {
        Task HandleEventAsync(TEvent eventData);
    }
}

namespace CapaCitoyenne.Abp.EventBus.Local
{
    public interface ILocalEventBus
    {
        Task PublishAsync<TEvent>(TEvent eventData) where TEvent : class;

        Task PublishAsync(Type eventType, object eventData);
    }
}

namespace CapaCitoyenne.Abp.EventBus.Distributed
{
    /// <summary>Handled after commit, in a background job per handler, in the publisher's tenant, retried: handlers are idempotent.</summary>
    public interface IDistributedEventHandler<in TEvent>
    {
        Task HandleEventAsync(TEvent eventData);
    }

    public interface IDistributedEventBus
    {
        /// <summary>Stored with the ambient unit of work (an outbox), so that it is neither lost nor sent for work that rolled back.</summary>
        Task PublishAsync<TEvent>(TEvent eventData) where TEvent : class;

        Task PublishAsync(Type eventType, object eventData);
    }
}
