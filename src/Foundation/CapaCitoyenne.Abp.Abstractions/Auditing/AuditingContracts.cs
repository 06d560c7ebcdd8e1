namespace CapaCitoyenne.Abp.Auditing;

/// <summary>When (UTC) and by whom a row was made. Set when it is first saved.</summary>
public interface ICreationAuditedObject
{
    DateTime CreationTime { get; }

    Guid? CreatorId { get; }
}

public interface IAuditedObject : ICreationAuditedObject
{
    DateTime? LastModificationTime { get; }

    Guid? LastModifierId { get; }
}

public interface IFullAuditedObject : IAuditedObject, ISoftDelete
{
    DateTime? DeletionTime { get; }

    Guid? DeleterId { get; }
}

/// <summary>Leaves a class, method or property out of the audit log (passwords, tokens, large bodies).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DisableAuditingAttribute : Attribute;
