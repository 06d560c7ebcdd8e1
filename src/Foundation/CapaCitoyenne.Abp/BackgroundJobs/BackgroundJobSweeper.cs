using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Abp.BackgroundJobs;

/// <summary>Each minute: jobs whose wake-up was lost (a crash, an in-memory Hangfire that restarted) and retries that are due.</summary>
internal sealed class BackgroundJobSweeper(IBackgroundJobExecuter executer) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "abp.job-sweep";

    public string CronExpression => "* * * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default) => await executer.ExecuteDueAsync();
}
