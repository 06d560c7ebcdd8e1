using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Mailing.Archive;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Looks every minute which letters are to be written, and which pages to be kept, by themselves. It carries no work: what is due stands in the rows.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class AutomationWorker(WelcomeRunner welcomes, DigestRunner digests, ArchiveRunner archive, ICurrentTenant currentTenant, ILogger<AutomationWorker> logger)
    : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-automation";

    public string CronExpression => "* * * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        using (currentTenant.Change(null))
        {
            await RunAsync(welcomes.RunAsync, cancellationToken);
            await RunAsync(digests.RunAsync, cancellationToken);
            await RunAsync(archive.RunAsync, cancellationToken);
        }
    }

    private async Task RunAsync(Func<CancellationToken, Task> runner, CancellationToken cancellationToken)
    {
        try
        {
            await runner(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "{Runner} stopped; the others go on", runner.Target);
        }
    }
}
