using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Statistics;

/// <summary>Counts are kept for 25 months, as the CNIL advises.</summary>
internal sealed class ForgetVisitsWorker(IVisitRepository visits, IUnitOfWorkManager unitOfWorkManager, IClock clock) : IHangfireBackgroundWorker
{
    public const int Months = 25;

    public string RecurringJobId => "Sites.ForgetVisits";

    public string CronExpression => "43 2 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await visits.ForgetAsync(SiteDay.Of(clock.Now).AddMonths(-Months));
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
