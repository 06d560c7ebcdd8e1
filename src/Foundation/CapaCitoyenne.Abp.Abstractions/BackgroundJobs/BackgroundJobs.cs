using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CapaCitoyenne.Abp.BackgroundJobs;

public enum BackgroundJobPriority : byte
{
    Low = 5,
    Normal = 15,
    High = 25,
}

/// <summary>
/// Work for later. The job is a row written with the ambient unit of work; after the commit Hangfire is woken, and a sweep each minute
/// finds what a crash left. At least once: jobs are idempotent. The tenant and the culture of the caller are restored.
/// </summary>
public interface IBackgroundJobManager
{
    /// <returns>The id of the job's row.</returns>
    Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null)
        where TArgs : class;
}

/// <summary>The stable name of a job's arguments in stored rows; without it, the full name of the type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BackgroundJobNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static string GetName(Type argsType) => argsType.GetCustomAttribute<BackgroundJobNameAttribute>()?.Name ?? argsType.FullName!;
}

public interface IAsyncBackgroundJob<in TArgs>
{
    Task ExecuteAsync(TArgs args);
}

/// <summary>
/// Runs without an ambient unit of work when the class has <c>[UnitOfWork(IsDisabled = true)]</c>, otherwise inside one of its own.
/// A thrown exception schedules a retry: after 1, 2, 4 … 60 minutes, ten times, then the row is marked abandoned.
/// </summary>
public abstract class AsyncBackgroundJob<TArgs> : IAsyncBackgroundJob<TArgs>, ITransientDependency
{
    public ILogger Logger { get; set; } = NullLogger.Instance;

    public abstract Task ExecuteAsync(TArgs args);
}
