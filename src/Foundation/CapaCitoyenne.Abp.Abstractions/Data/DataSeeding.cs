namespace CapaCitoyenne.Abp.Data;

/// <summary>Start data, idempotent, for the host (<see cref="TenantId"/> null) or one tenant.</summary>
public sealed class DataSeedContext(Guid? tenantId = null)
{
    public Guid? TenantId { get; } = tenantId;
}

public interface IDataSeedContributor : ITransientDependency
{
    Task SeedAsync(DataSeedContext context);
}

public interface IDataSeeder
{
    Task SeedAsync(DataSeedContext context);
}

/// <summary>Switches a filter (<c>IMultiTenant</c>, <c>ISoftDelete</c>) off until the result is disposed.</summary>
public interface IDataFilter
{
    IDisposable Disable<TFilter>() where TFilter : class;

    bool IsEnabled<TFilter>() where TFilter : class;
}

/// <summary>Someone else saved first: HTTP 409, nothing of the late save is kept.</summary>
public class AbpDbConcurrencyException(string message, Exception? innerException = null) : AbpException(message, innerException!);
