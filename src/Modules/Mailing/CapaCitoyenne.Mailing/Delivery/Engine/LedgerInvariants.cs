using CapaCitoyenne.Abp.BackgroundWorkers;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>A promise of the ledger that does not hold for a campaign.</summary>
internal sealed record BrokenInvariant(Guid CampaignId, string Name, int Count);

internal interface ILedgerAuditor
{
    /// <summary>Of all spaces; empty when all is well.</summary>
    Task<List<BrokenInvariant>> FindBrokenAsync(DateTime now, CancellationToken cancellationToken = default);
}

/// <summary>Step 9: counts what must always be true, and alarms.</summary>
internal sealed class LedgerInvariantsWorker(
    ILedgerAuditor auditor, IUnitOfWorkManager unitOfWorkManager, IClock clock, ILogger<LedgerInvariantsWorker> logger) : IHangfireBackgroundWorker
{
    public string RecurringJobId => "mailing-ledger-invariants";

    public string CronExpression => "17 * * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        foreach (var broken in await auditor.FindBrokenAsync(clock.Now, cancellationToken))
        {
            logger.LogError("The ledger of campaign {CampaignId} is wrong: {Invariant}, {Count} lines", broken.CampaignId, broken.Name, broken.Count);
        }

        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
