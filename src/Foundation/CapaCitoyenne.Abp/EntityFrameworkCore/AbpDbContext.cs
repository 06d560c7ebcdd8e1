using System.Linq.Expressions;
using System.Reflection;
using CapaCitoyenne.Abp.Auditing;
using CapaCitoyenne.Abp.EntityFrameworkCore.Modeling;
using CapaCitoyenne.Abp.Uow;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.EntityFrameworkCore;

/// <summary>
/// The base of the one database context: named filters for tenant and soft deletion, stamps at saving (tenant, audit, concurrency),
/// domain events, UTC times. ABP's <c>AbpDbContext&lt;T&gt;</c> without the type parameter, since there is one context.
/// </summary>
public abstract class AbpDbContext(DbContextOptions options) : DbContext(options)
{
    public const string TenantFilter = "tenant";
    public const string SoftDeleteFilter = "soft-delete";

    private static readonly MethodInfo ConfigureFiltersMethod =
        typeof(AbpDbContext).GetMethod(nameof(ConfigureGlobalFilters), BindingFlags.Instance | BindingFlags.NonPublic)!;

    // Null at design time: the tools build the model without services.
    private readonly IServiceProvider? _services = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
    private readonly List<DomainEvent> _domainEvents = [];

    protected Guid? CurrentTenantId => Service<ICurrentTenant>()?.Id;

    /// <summary>Names of the filters that are off at this moment.</summary>
    internal string[] DisabledFilters => Service<IDataFilter>() is not { } filter ? []
        : [.. filter.IsEnabled<IMultiTenant>() ? [] : new[] { TenantFilter }, .. filter.IsEnabled<ISoftDelete>() ? [] : new[] { SoftDeleteFilter }];

    private T? Service<T>() where T : class => _services?.GetService<T>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.AddInterceptors(DisabledFilterInterceptor.Instance).ReplaceService<ICompiledQueryCacheKeyGenerator, DisabledFilterCacheKeys>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();

    /// <summary>Call last: the filters go on every entity type that the modules have configured.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureAbp();
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsOwned() && type.BaseType is null))
        {
            ConfigureFiltersMethod.MakeGenericMethod(entityType.ClrType).Invoke(this, [modelBuilder]);
        }
    }

    private void ConfigureGlobalFilters<TEntity>(ModelBuilder modelBuilder) where TEntity : class
    {
        if (typeof(IMultiTenant).IsAssignableFrom(typeof(TEntity)))
        {
            Expression<Func<TEntity, bool>> ofTenant = entity => EF.Property<Guid?>(entity, nameof(IMultiTenant.TenantId)) == CurrentTenantId;
            modelBuilder.Entity<TEntity>().HasQueryFilter(TenantFilter, ofTenant);
        }

        if (typeof(ISoftDelete).IsAssignableFrom(typeof(TEntity)))
        {
            Expression<Func<TEntity, bool>> notDeleted = entity => !EF.Property<bool>(entity, nameof(ISoftDelete.IsDeleted));
            modelBuilder.Entity<TEntity>().HasQueryFilter(SoftDeleteFilter, notDeleted);
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ApplyConcepts();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new AbpDbConcurrencyException("The row was changed by someone else.", exception);
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ApplyConcepts();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>The events of the aggregates that were saved since the last call.</summary>
    internal IReadOnlyList<DomainEvent> TakeDomainEvents()
    {
        DomainEvent[] events = [.. _domainEvents];
        _domainEvents.Clear();
        return events;
    }

    private void ApplyConcepts()
    {
        if (_services is null)
        {
            return;
        }

        var now = Service<IClock>()!.Now;
        var userId = Service<ICurrentUser>()?.Id;
        foreach (var entry in ChangeTracker.Entries().ToList())
        {
            switch (entry.State)
            {
                case EntityState.Added:
                    StampNew(entry, now, userId);
                    break;
                case EntityState.Modified:
                    StampModified(entry, now, userId);
                    break;
                case EntityState.Deleted when entry.Entity is ISoftDelete:
                    entry.State = EntityState.Modified;
                    Set(entry, nameof(ISoftDelete.IsDeleted), true);
                    Set(entry, nameof(IFullAuditedObject.DeletionTime), now);
                    Set(entry, nameof(IFullAuditedObject.DeleterId), userId);
                    StampModified(entry, now, userId);
                    break;
                case EntityState.Deleted:
                    GuardTenant(entry);
                    break;
            }

            CollectEvents(entry);
        }
    }

    private void StampNew(EntityEntry entry, DateTime now, Guid? userId)
    {
        if (entry.Entity is IEntity<Guid> { Id: var id } && id == Guid.Empty)
        {
            Set(entry, nameof(IEntity<Guid>.Id), Service<IGuidGenerator>()!.Create());
        }

        if (entry.Entity is IMultiTenant { TenantId: null })
        {
            Set(entry, nameof(IMultiTenant.TenantId), CurrentTenantId);
        }

        GuardTenant(entry);
        if (entry.Entity is ICreationAuditedObject { CreationTime: var creation } && creation == default)
        {
            Set(entry, nameof(ICreationAuditedObject.CreationTime), now);
        }

        if (entry.Entity is ICreationAuditedObject { CreatorId: null })
        {
            Set(entry, nameof(ICreationAuditedObject.CreatorId), userId);
        }
    }

    private void StampModified(EntityEntry entry, DateTime now, Guid? userId)
    {
        GuardTenant(entry);
        if (entry.Entity is IAuditedObject)
        {
            Set(entry, nameof(IAuditedObject.LastModificationTime), now);
            Set(entry, nameof(IAuditedObject.LastModifierId), userId);
        }

        if (entry.Entity is IHasConcurrencyStamp stamped)
        {
            // The stamp that the entity carries is the one the caller has seen.
            entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).OriginalValue = stamped.ConcurrencyStamp;
            stamped.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        }
    }

    private void GuardTenant(EntityEntry entry)
    {
        if (entry.Entity is IMultiTenant { TenantId: var tenantId } && tenantId != CurrentTenantId && !DisabledFilters.Contains(TenantFilter))
            throw new AbpException($"A {entry.Entity.GetType().Name} of tenant {tenantId} was about to be saved for tenant {CurrentTenantId}.");
    }

    private void CollectEvents(EntityEntry entry)
    {
        if (entry.Entity is not IGeneratesDomainEvents source) return;

        var tenantId = entry.Entity is IMultiTenant owned ? owned.TenantId : CurrentTenantId;
        _domainEvents.AddRange(source.GetLocalEvents().Select(data => new DomainEvent(data, tenantId, IsDistributed: false)));
        _domainEvents.AddRange(source.GetDistributedEvents().Select(data => new DomainEvent(data, tenantId, IsDistributed: true)));
        source.ClearLocalEvents();
        source.ClearDistributedEvents();
    }

    private static void Set(EntityEntry entry, string property, object? value)
    {
        if (entry.Metadata.FindProperty(property) is not null)
        {
            entry.Property(property).CurrentValue = value;
        }
    }
}
