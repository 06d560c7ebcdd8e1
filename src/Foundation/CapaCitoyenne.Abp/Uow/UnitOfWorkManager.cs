using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Uow;

internal sealed class UnitOfWorkManager(IServiceScopeFactory scopeFactory) : IUnitOfWorkManager, ISingletonDependency
{
    // A holder, so that a unit of work that is disposed further in is seen as gone further out.
    private readonly AsyncLocal<UnitOfWork?> _current = new();

    public IUnitOfWork? Current => CurrentRoot;

    public UnitOfWork? CurrentRoot
    {
        get
        {
            var current = _current.Value;
            while (current is not null && (current.IsCompleted || current.IsDisposed))
            {
                current = current.Outer;
            }

            return current;
        }
    }

    public IUnitOfWork Begin(bool requiresNew = false, bool isTransactional = true)
    {
        var outer = CurrentRoot;
        if (outer is not null && !requiresNew)
        {
            return new ChildUnitOfWork(outer);
        }

        var unitOfWork = new UnitOfWork(scopeFactory.CreateAsyncScope(), outer, isTransactional, disposed => _current.Value = disposed.Outer);
        _current.Value = unitOfWork;
        return unitOfWork;
    }

    /// <summary>Hides the ambient unit of work until the result is disposed: what runs inside begins its own.</summary>
    public IDisposable Suppress()
    {
        var previous = _current.Value;
        _current.Value = null;
        return new Internal.DisposeAction(() => _current.Value = previous);
    }
}
