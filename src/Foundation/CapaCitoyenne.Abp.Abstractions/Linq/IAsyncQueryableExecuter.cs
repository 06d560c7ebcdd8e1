namespace CapaCitoyenne.Abp.Linq;

/// <summary>Runs queries asynchronously, so that domain and application code needs no EF Core.</summary>
public interface IAsyncQueryableExecuter
{
    Task<List<T>> ToListAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);

    Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);

    Task<int> CountAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);

    Task<bool> AnyAsync<T>(IQueryable<T> queryable, CancellationToken cancellationToken = default);
}
