namespace CapaCitoyenne.Abp.Uow;

/// <summary>
/// One piece of work with one database context and, when transactional, one transaction (read committed on PostgreSQL,
/// immediate on SQLite). Leaving it without <see cref="CompleteAsync"/> rolls everything back.
/// </summary>
public interface IUnitOfWork : IDisposable, IAsyncDisposable
{
    bool IsCompleted { get; }

    bool IsTransactional { get; }

    IServiceProvider ServiceProvider { get; }

    /// <summary>Writes what changed, inside the transaction, and handles local events.</summary>
    Task SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves, handles local events, commits, then runs the <see cref="OnCompleted"/> handlers.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);

    /// <summary>Runs after the commit. A failure there is logged and does not undo the commit.</summary>
    void OnCompleted(Func<Task> handler);
}

public interface IUnitOfWorkManager
{
    /// <summary>The ambient unit of work, or null.</summary>
    IUnitOfWork? Current { get; }

    /// <summary>Joins the ambient unit of work unless <paramref name="requiresNew"/> or there is none.</summary>
    IUnitOfWork Begin(bool requiresNew = false, bool isTransactional = true);
}

/// <summary>Says whether an app service method runs in a transaction. Without it: every HTTP method but GET, HEAD and OPTIONS does.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnitOfWorkAttribute(bool isTransactional = true) : Attribute
{
    public bool IsTransactional { get; } = isTransactional;

    /// <summary>No ambient unit of work: the method begins its own (long jobs, server-sent events).</summary>
    public bool IsDisabled { get; set; }
}
