using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>Each night: erases the answers to forms and the sign-ups for events whose time is over, in all spaces.</summary>
internal sealed class ForgetVisitorsWorker(
    IFormSubmissionRepository submissions, IRegistrationRepository registrations, IUnitOfWorkManager unitOfWorkManager, IClock clock, ILogger<ForgetVisitorsWorker> logger)
    : IHangfireBackgroundWorker
{
    public string RecurringJobId => "sites-forget-visitors";

    public string CronExpression => "23 2 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var forgotten = (await submissions.ForgetAsync(clock.Now), await registrations.ForgetAsync(SiteDay.Of(clock.Now)));
        await unitOfWork.CompleteAsync(cancellationToken);
        logger.LogInformation("Erased {Submissions} answers and {Registrations} sign-ups whose time was over", forgotten.Item1, forgotten.Item2);
    }
}
