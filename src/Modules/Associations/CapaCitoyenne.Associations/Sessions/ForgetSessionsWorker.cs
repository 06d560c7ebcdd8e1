using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Associations.Sessions;

/// <summary>Each night: forgets the sessions whose cookies have expired.</summary>
internal sealed class ForgetSessionsWorker(SessionManager sessionManager, IUnitOfWorkManager unitOfWorkManager) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "associations-forget-sessions";

    public string CronExpression => "37 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await sessionManager.ForgetAsync();
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
