namespace CapaCitoyenne.Abp.Uow;

internal sealed record DomainEvent(object Data, Guid? TenantId, bool IsDistributed);

/// <summary>Hands the events of saved aggregates to the buses, in the tenant of the aggregate.</summary>
internal sealed class DomainEventDispatcher(ILocalEventBus localEventBus, IDistributedEventBus distributedEventBus, ICurrentTenant currentTenant)
    : ITransientDependency
{
    public async Task DispatchAsync(IEnumerable<DomainEvent> events)
    {
        foreach (var domainEvent in events)
        {
            using (currentTenant.Change(domainEvent.TenantId, domainEvent.TenantId == currentTenant.Id ? currentTenant.Name : null))
            {
                if (domainEvent.IsDistributed)
                {
                    await distributedEventBus.PublishAsync(domainEvent.Data.GetType(), domainEvent.Data);
                }
                else
                {
                    await localEventBus.PublishAsync(domainEvent.Data.GetType(), domainEvent.Data);
                }
            }
        }
    }
}
