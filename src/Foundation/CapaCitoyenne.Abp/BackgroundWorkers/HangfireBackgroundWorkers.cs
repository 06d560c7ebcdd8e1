using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.BackgroundWorkers;

public static class HangfireBackgroundWorkers
{
    /// <summary>Registers every <see cref="IHangfireBackgroundWorker"/> as a recurring job.</summary>
    public static void AddBackgroundWorkers(this IServiceProvider provider)
    {
        var manager = provider.GetRequiredService<IRecurringJobManager>();
        using var scope = provider.CreateScope();
        foreach (var worker in scope.ServiceProvider.GetServices<IHangfireBackgroundWorker>())
        {
            var name = worker.GetType().FullName!;
            manager.AddOrUpdate<HangfireBackgroundWorkerAdapter>(
                worker.RecurringJobId, adapter => adapter.DoWorkAsync(name, CancellationToken.None), worker.CronExpression);
        }
    }
}

/// <summary>What Hangfire calls: finds the worker by name, so that its class may stay internal. One worker is at work once; each has a lock of its own.</summary>
[AutomaticRetry(Attempts = 0)]
[DisableConcurrentExecution("worker:{0}", timeoutSec: 1)]
public sealed class HangfireBackgroundWorkerAdapter(IServiceProvider provider)
{
    public async Task DoWorkAsync(string workerName, CancellationToken cancellationToken)
    {
        var worker = provider.GetServices<IHangfireBackgroundWorker>().FirstOrDefault(candidate => candidate.GetType().FullName == workerName);
        if (worker is not null)
        {
            await worker.DoWorkAsync(cancellationToken);
        }
    }
}
