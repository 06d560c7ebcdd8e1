namespace CapaCitoyenne.Abp.Domain.Services;

public interface IDomainService : ITransientDependency;

/// <summary>Base of the managers: rules that need other rows. Does not save.</summary>
public abstract class DomainService : IDomainService, ILazyServiceProviderAccessor
{
    /// <summary>Set by the container right after construction.</summary>
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();

    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    protected IAsyncQueryableExecuter AsyncExecuter => LazyServiceProvider.LazyGetRequiredService<IAsyncQueryableExecuter>();
}
