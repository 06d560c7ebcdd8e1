using CapaCitoyenne.Abp.BackgroundWorkers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>Looks each day whether the proofs are still there. A name system that does not answer changes nothing; one name's trouble is its own.</summary>
internal sealed class CheckDomainsWorker(IServiceScopeFactory scopes, IClock clock, ILogger<CheckDomainsWorker> logger) : IHangfireBackgroundWorker
{
    private const int Batch = 100;

    public string RecurringJobId => "Sites.CheckDomains";

    public string CronExpression => "17 4 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        var since = clock.Now.AddHours(-12);
        var tried = new HashSet<Guid>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = (await InAsync(null, services => services.GetRequiredService<ISiteDomainRepository>().GetUncheckedAsync(since, Batch + tried.Count)))
                .Where(domain => tried.Add(domain.Id)).ToList();
            if (due.Count == 0) break;
            foreach (var domain in due) await CheckAsync(domain);
        }
        await InAsync(null, services => services.GetRequiredService<ISiteDomainRepository>().ForgetAsync(clock.Now.AddDays(-DomainConsts.HoldDays)));
    }

    private async Task CheckAsync(SiteDomain known)
    {
        try
        {
            await InAsync(known.OwnerTenantId, async services =>
            {
                var domain = await services.GetRequiredService<ISiteDomainRepository>().GetAsync(known.Id);
                await services.GetRequiredService<DomainManager>().CheckAsync(domain);
                return 0;
            });
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The domain {Name} could not be checked.", known.Name);
        }
    }

    private async Task<T> InAsync<T>(Guid? tenantId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var result = await work(scope.ServiceProvider);
        await unitOfWork.CompleteAsync();
        return result;
    }
}
