using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Mailing.Archive;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Looks every minute which letters are to be written, and which pages to be kept, by themselves. It carries no work: what is due stands in the rows.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class AutomationWorker(WelcomeRunner welcomes, DigestRunner digests, ArchiveRunner archive, ICurrentTenant currentTenant) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-automation";

    public string CronExpression => "* * * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        using (currentTenant.Change(null))
        {
            await welcomes.RunAsync(cancellationToken);
            await digests.RunAsync(cancellationToken);
            await archive.RunAsync(cancellationToken);
        }
    }
}
