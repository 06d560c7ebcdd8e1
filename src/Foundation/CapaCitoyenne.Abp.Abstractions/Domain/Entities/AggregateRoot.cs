namespace CapaCitoyenne.Abp.Domain.Entities;

public interface IGeneratesDomainEvents
{
    IReadOnlyList<object> GetLocalEvents();

    IReadOnlyList<object> GetDistributedEvents();

    void ClearLocalEvents();

    void ClearDistributedEvents();
}

public interface IAggregateRoot<TKey> : IEntity<TKey>;

/// <summary>An aggregate root without a concurrency stamp.</summary>
public abstract class BasicAggregateRoot<TKey> : Entity<TKey>, IAggregateRoot<TKey>, IGeneratesDomainEvents
{
    private readonly List<object> _localEvents = [];
    private readonly List<object> _distributedEvents = [];

    protected BasicAggregateRoot() { }

    protected BasicAggregateRoot(TKey id) : base(id) { }

    public IReadOnlyList<object> GetLocalEvents() => _localEvents;

    public IReadOnlyList<object> GetDistributedEvents() => _distributedEvents;

    public void ClearLocalEvents() => _localEvents.Clear();

    public void ClearDistributedEvents() => _distributedEvents.Clear();

    /// <summary>Handled inside the same transaction, when the unit of work saves.</summary>
    protected void AddLocalEvent(object eventData) => _localEvents.Add(eventData);

    /// <summary>Handled after commit, in a job, retried; handlers are idempotent.</summary>
    protected void AddDistributedEvent(object eventData) => _distributedEvents.Add(eventData);
}

/// <summary>Smaller than ABP's: no extra properties.</summary>
public abstract class AggregateRoot<TKey> : BasicAggregateRoot<TKey>, IHasConcurrencyStamp
{
    protected AggregateRoot() { }

    protected AggregateRoot(TKey id) : base(id) { }

    public virtual string ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");
}
