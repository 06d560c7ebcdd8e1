namespace CapaCitoyenne.Abp.BackgroundWorkers;

/// <summary>
/// Periodic work as a recurring Hangfire job, on one node at a time; found by convention. Runs on the host side, outside any unit of work.
/// Mirrors ABP's <c>HangfireBackgroundWorkerBase</c>.
/// </summary>
public interface IHangfireBackgroundWorker : ITransientDependency
{
    string RecurringJobId { get; }

    /// <summary>Five or six fields (with seconds), in UTC.</summary>
    string CronExpression { get; }

    Task DoWorkAsync(CancellationToken cancellationToken = default);
}
