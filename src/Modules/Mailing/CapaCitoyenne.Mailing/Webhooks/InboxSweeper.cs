using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>
/// Forgets merged webhook calls. The provider repeats a call for a day; its hash is kept a week. One that was repeated later would be merged
/// again, which changes nothing.
/// </summary>
internal sealed class InboxSweeper(IRepository<InboxEntry, Guid> entries, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock)
    : IHangfireBackgroundWorker
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    public string RecurringJobId => "mailing-webhook-inbox";

    public string CronExpression => "41 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        using (currentTenant.Change(null))
        {
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var before = clock.Now - Memory;
            await entries.DeleteAsync(e => e.MergedTime < before, cancellationToken: cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }
    }
}
