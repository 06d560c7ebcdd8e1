using System.Reflection;
using CapaCitoyenne.Abp.Uow;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.EventBus.Local;

/// <summary>Calls the handlers at once, one after the other. (ABP waits for the unit of work to complete unless told otherwise.)</summary>
internal sealed class LocalEventBus(IServiceScopeFactory scopeFactory, IUnitOfWorkManager unitOfWorkManager) : ILocalEventBus, ISingletonDependency
{
    public Task PublishAsync<TEvent>(TEvent eventData) where TEvent : class => PublishAsync(eventData.GetType(), eventData);

    public async Task PublishAsync(Type eventType, object eventData)
    {
        if (unitOfWorkManager.Current is { } unitOfWork)
        {
            await HandleAsync(unitOfWork.ServiceProvider, eventType, eventData);
            return;
        }

        await using var scope = scopeFactory.CreateAsyncScope();
        await HandleAsync(scope.ServiceProvider, eventType, eventData);
    }

    private static async Task HandleAsync(IServiceProvider provider, Type eventType, object eventData)
    {
        var handlerType = typeof(ILocalEventHandler<>).MakeGenericType(eventType);
        var handle = handlerType.GetMethod(nameof(ILocalEventHandler<object>.HandleEventAsync))!;
        foreach (var handler in provider.GetServices(handlerType))
        {
            await (Task)handle.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [eventData], null)!;
        }
    }
}
