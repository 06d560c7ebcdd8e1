namespace CapaCitoyenne.Abp.Domain.Entities.Auditing;

public abstract class CreationAuditedEntity<TKey> : Entity<TKey>, ICreationAuditedObject
{
    protected CreationAuditedEntity() { }

    protected CreationAuditedEntity(TKey id) : base(id) { }

    public virtual DateTime CreationTime { get; protected set; }

    public virtual Guid? CreatorId { get; protected set; }
}

public abstract class CreationAuditedAggregateRoot<TKey> : AggregateRoot<TKey>, ICreationAuditedObject
{
    protected CreationAuditedAggregateRoot() { }

    protected CreationAuditedAggregateRoot(TKey id) : base(id) { }

    public virtual DateTime CreationTime { get; protected set; }

    public virtual Guid? CreatorId { get; protected set; }
}

public abstract class AuditedAggregateRoot<TKey> : CreationAuditedAggregateRoot<TKey>, IAuditedObject
{
    protected AuditedAggregateRoot() { }

    protected AuditedAggregateRoot(TKey id) : base(id) { }

    public virtual DateTime? LastModificationTime { get; protected set; }

    public virtual Guid? LastModifierId { get; protected set; }
}

public abstract class FullAuditedAggregateRoot<TKey> : AuditedAggregateRoot<TKey>, IFullAuditedObject
{
    protected FullAuditedAggregateRoot() { }

    protected FullAuditedAggregateRoot(TKey id) : base(id) { }

    public virtual bool IsDeleted { get; protected set; }

    public virtual DateTime? DeletionTime { get; protected set; }

    public virtual Guid? DeleterId { get; protected set; }

    /// <summary>Out of the trash. ABP leaves it to each entity; here the three properties have one writer.</summary>
    protected void Undelete() => (IsDeleted, DeletionTime, DeleterId) = (false, null, null);
}
