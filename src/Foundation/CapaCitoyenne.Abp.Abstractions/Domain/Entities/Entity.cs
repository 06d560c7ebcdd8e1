namespace CapaCitoyenne.Abp.Domain.Entities;

public interface IEntity
{
    object?[] GetKeys();
}

public interface IEntity<TKey> : IEntity
{
    TKey Id { get; }
}

/// <summary>An entity with a key of its own that is not one column, or that has no repository.</summary>
public abstract class Entity : IEntity
{
    public abstract object?[] GetKeys();
}

public abstract class Entity<TKey> : Entity, IEntity<TKey>
{
    protected Entity() { }

    protected Entity(TKey id) => Id = id;

    public TKey Id { get; protected set; } = default!;

    public override object?[] GetKeys() => [Id];

    public override string ToString() => $"[{GetType().Name}] {Id}";
}

/// <summary>
/// A concurrency token that changes at every update: saving over a newer version throws <c>AbpDbConcurrencyException</c> (HTTP 409).
/// </summary>
public interface IHasConcurrencyStamp
{
    string ConcurrencyStamp { get; set; }
}
