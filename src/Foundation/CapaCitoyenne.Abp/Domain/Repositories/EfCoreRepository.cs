using System.Linq.Expressions;
using CapaCitoyenne.Abp.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Abp.Domain.Repositories;

/// <summary>
/// The repository over EF Core, and the base of the modules' own (<c>EfCoreCampaignRepository</c>). Needs an ambient unit of work:
/// requests, app services and jobs have one.
/// </summary>
public class EfCoreRepository<TDbContext, TEntity>(IDbContextProvider<TDbContext> dbContextProvider) : IRepository<TEntity>
    where TDbContext : AbpDbContext
    where TEntity : class, IEntity
{
    protected Task<TDbContext> GetDbContextAsync(CancellationToken cancellationToken = default) => dbContextProvider.GetDbContextAsync(cancellationToken);

    protected async Task<DbSet<TEntity>> GetDbSetAsync() => (await GetDbContextAsync()).Set<TEntity>();

    public virtual async Task<IQueryable<TEntity>> GetQueryableAsync() => (await GetDbSetAsync()).AsQueryable();

    /// <summary>Overridden by repositories whose aggregate has parts to load with it.</summary>
    protected virtual async Task<IQueryable<TEntity>> WithDetailsAsync() => await GetQueryableAsync();

    public async Task<TEntity?> FindAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await (await WithDetailsAsync()).SingleOrDefaultAsync(predicate, cancellationToken);

    public async Task<TEntity> GetAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await FindAsync(predicate, cancellationToken) ?? throw new EntityNotFoundException(typeof(TEntity));

    public async Task<List<TEntity>> GetListAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).Where(predicate).ToListAsync(cancellationToken);

    public async Task<List<TEntity>> GetListAsync(CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).ToListAsync(cancellationToken);

    public async Task<bool> AnyAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).AnyAsync(predicate, cancellationToken);

    public async Task<int> CountAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).CountAsync(predicate, cancellationToken);

    public async Task<TEntity?> FirstOrDefaultAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).FirstOrDefaultAsync(predicate, cancellationToken);

    public async Task<long> GetCountAsync(CancellationToken cancellationToken = default)
        => await (await GetQueryableAsync()).LongCountAsync(cancellationToken);

    public async Task<TEntity> InsertAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).Add(entity);
        await SaveAsync(autoSave, cancellationToken);
        return entity;
    }

    public async Task InsertManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).AddRange(entities);
        await SaveAsync(autoSave, cancellationToken);
    }

    public async Task<TEntity> UpdateAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        if (context.Entry(entity).State == EntityState.Detached)
        {
            context.Update(entity);
        }

        await SaveAsync(autoSave, cancellationToken);
        return entity;
    }

    public async Task DeleteAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).Remove(entity);
        await SaveAsync(autoSave, cancellationToken);
    }

    public async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
        => await DeleteManyAsync(await GetListAsync(predicate, cancellationToken), autoSave, cancellationToken);

    public async Task DeleteManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).RemoveRange(entities);
        await SaveAsync(autoSave, cancellationToken);
    }

    private async Task SaveAsync(bool autoSave, CancellationToken cancellationToken)
    {
        if (autoSave)
        {
            await (await GetDbContextAsync(cancellationToken)).SaveChangesAsync(cancellationToken);
        }
    }
}

public class EfCoreRepository<TDbContext, TEntity, TKey>(IDbContextProvider<TDbContext> dbContextProvider)
    : EfCoreRepository<TDbContext, TEntity>(dbContextProvider), IRepository<TEntity, TKey>
    where TDbContext : AbpDbContext
    where TEntity : class, IEntity<TKey>
{
    public async Task<TEntity> GetAsync(TKey id, CancellationToken cancellationToken = default)
        => await FindAsync(id, cancellationToken) ?? throw new EntityNotFoundException(typeof(TEntity), id);

    public async Task<TEntity?> FindAsync(TKey id, CancellationToken cancellationToken = default)
        => await (await WithDetailsAsync()).FirstOrDefaultAsync(entity => entity.Id!.Equals(id), cancellationToken);

    public async Task DeleteAsync(TKey id, bool autoSave = false, CancellationToken cancellationToken = default)
        => await DeleteAsync(await GetAsync(id, cancellationToken), autoSave, cancellationToken);
}

/// <summary>What <c>IRepository&lt;TEntity, TKey&gt;</c> resolves to where a module has no repository class of its own.</summary>
internal sealed class DefaultRepository<TEntity, TKey>(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, TEntity, TKey>(dbContextProvider) where TEntity : class, IEntity<TKey>;

internal sealed class DefaultRepository<TEntity>(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, TEntity>(dbContextProvider) where TEntity : class, IEntity;
