using System.Text.Json;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Abp.BackgroundJobs;

internal sealed class BackgroundJobManager(BackgroundJobStore store) : IBackgroundJobManager, ISingletonDependency
{
    public async Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null)
        where TArgs : class
        => (await store.AddAsync(BackgroundJobNameAttribute.GetName(args.GetType()), JsonSerializer.Serialize(args, args.GetType()), priority, delay, null)).ToString();
}

/// <summary>Tells a worker that a job may be due. Losing the call is harmless: the sweep finds the row.</summary>
internal interface IBackgroundJobWaker
{
    void Wake(Guid id, TimeSpan delay);
}

/// <summary>Wakes through Hangfire where it is configured; in processes without it (tools, some tests) the sweep or the caller runs the jobs.</summary>
internal sealed class HangfireBackgroundJobWaker(IServiceProvider provider) : IBackgroundJobWaker, ISingletonDependency
{
    public void Wake(Guid id, TimeSpan delay)
    {
        if (provider.GetService<IBackgroundJobClient>() is not { } client)
        {
            return;
        }

        if (delay > TimeSpan.Zero)
        {
            client.Schedule<HangfireJob>(job => job.ExecuteAsync(id), delay);
        }
        else
        {
            client.Enqueue<HangfireJob>(job => job.ExecuteAsync(id));
        }
    }
}

/// <summary>What Hangfire stores and calls: only the id of our row.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class HangfireJob(IBackgroundJobExecuter executer)
{
    public Task ExecuteAsync(Guid id) => executer.ExecuteAsync(id);
}
