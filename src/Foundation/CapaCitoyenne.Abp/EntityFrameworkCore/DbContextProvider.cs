using CapaCitoyenne.Abp.Linq;
using CapaCitoyenne.Abp.Uow;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Abp.EntityFrameworkCore;

/// <summary>The database context of the ambient unit of work.</summary>
public interface IDbContextProvider<TDbContext> where TDbContext : AbpDbContext
{
    /// <exception cref="AbpException">There is no unit of work.</exception>
    Task<TDbContext> GetDbContextAsync(CancellationToken cancellationToken = default);

    /// <summary>For ASP.NET Core Identity's stores, whose context is a property.</summary>
    TDbContext GetDbContext();
}

internal sealed class UnitOfWorkDbContextProvider(UnitOfWorkManager unitOfWorkManager) : IDbContextProvider<AbpDbContext>, ISingletonDependency
{
    public Task<AbpDbContext> GetDbContextAsync(CancellationToken cancellationToken = default) => Current.GetDbContextAsync(cancellationToken);

    public AbpDbContext GetDbContext() => Current.GetDbContextWithTransaction();

    private UnitOfWork Current => unitOfWorkManager.CurrentRoot
        ?? throw new AbpException("A DbContext can only be used inside a unit of work.");
}

internal sealed class EfCoreAsyncQueryableExecuter : IAsyncQueryableExecuter, ISingletonDependency
{
    public Task<List<T>> ToListAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.ToListAsync(cancellationToken);

    public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default)
        => queryable.FirstOrDefaultAsync(cancellationToken);

    public Task<int> CountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.CountAsync(cancellationToken);

    public Task<bool> AnyAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default) => queryable.AnyAsync(cancellationToken);
}
