using CapaCitoyenne.Abp.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Abp.Uow;

internal sealed class UnitOfWork(AsyncServiceScope scope, UnitOfWork? outer, bool isTransactional, Action<UnitOfWork> onDisposed) : IUnitOfWork
{
    private readonly List<Func<Task>> _completedHandlers = [];
    private AbpDbContext? _dbContext;
    private IDbContextTransaction? _transaction;
    private bool _disposed;

    public bool IsCompleted { get; private set; }

    public bool IsDisposed => _disposed;

    public bool IsTransactional { get; } = isTransactional;

    public IServiceProvider ServiceProvider => scope.ServiceProvider;

    public UnitOfWork? Outer => outer;

    /// <summary>The context, made at its first use; so is the transaction.</summary>
    public async Task<AbpDbContext> GetDbContextAsync(CancellationToken cancellationToken = default)
    {
        var context = GetDbContext();
        if (IsTransactional && _transaction is null && !IsCompleted)
        {
            _transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        }

        return context;
    }

    /// <summary>For ASP.NET Core Identity's store, whose context is a property: joins a transaction that is open, begins one otherwise.</summary>
    public AbpDbContext GetDbContextWithTransaction()
    {
        var context = GetDbContext();
        if (IsTransactional && _transaction is null && !IsCompleted)
        {
            _transaction = context.Database.BeginTransaction();
        }

        return context;
    }

    private AbpDbContext GetDbContext()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _dbContext ??= scope.ServiceProvider.GetRequiredService<AbpDbContext>();
    }

    public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (_dbContext is null)
        {
            return;
        }

        await _dbContext.SaveChangesAsync(cancellationToken);
        var dispatcher = ServiceProvider.GetRequiredService<DomainEventDispatcher>();
        while (_dbContext.TakeDomainEvents() is { Count: > 0 } events)
        {
            await dispatcher.DispatchAsync(events);
            await _dbContext.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (IsCompleted)
        {
            throw new AbpException("Completion has already been requested for this unit of work.");
        }

        await SaveChangesAsync(cancellationToken);
        if (_transaction is not null)
        {
            await _transaction.CommitAsync(cancellationToken);
            await _transaction.DisposeAsync();
            _transaction = null;
        }

        IsCompleted = true;
        foreach (var handler in _completedHandlers)
        {
            try
            {
                await handler();
            }
            catch (Exception exception)
            {
                ServiceProvider.GetRequiredService<ILogger<UnitOfWork>>().LogError(exception, "A handler failed after the commit.");
            }
        }
    }

    public void OnCompleted(Func<Task> handler) => _completedHandlers.Add(handler);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        onDisposed(this);
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        await scope.DisposeAsync();
    }
}

/// <summary>An inner piece of work that joined the ambient one: completing it saves, the outermost commits.</summary>
internal sealed class ChildUnitOfWork(UnitOfWork parent) : IUnitOfWork
{
    public bool IsCompleted => parent.IsCompleted;

    public bool IsTransactional => parent.IsTransactional;

    public IServiceProvider ServiceProvider => parent.ServiceProvider;

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => parent.SaveChangesAsync(cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken = default) => parent.SaveChangesAsync(cancellationToken);

    public void OnCompleted(Func<Task> handler) => parent.OnCompleted(handler);

    public void Dispose() { }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
