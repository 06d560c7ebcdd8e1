using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.Data;

/// <summary>Runs all contributors, each in a unit of work of its own, inside the tenant of the context.</summary>
internal sealed class DataSeeder(IServiceScopeFactory scopeFactory, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant)
    : IDataSeeder, ITransientDependency
{
    public async Task SeedAsync(DataSeedContext context)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        using (currentTenant.Change(context.TenantId))
        {
            foreach (var contributor in scope.ServiceProvider.GetServices<IDataSeedContributor>())
            {
                await using var unitOfWork = unitOfWorkManager.Begin();
                await contributor.SeedAsync(context);
                await unitOfWork.CompleteAsync();
            }
        }
    }
}
