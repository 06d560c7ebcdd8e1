using CapaCitoyenne.Mailing.Campaigns;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Archive;

/// <summary>Keeps the pages of letters that have left since the last round.</summary>
internal sealed class ArchiveRunner(
    ICampaignRepository campaigns, LetterPages pages, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, ILogger<ArchiveRunner> logger) : ITransientDependency
{
    private const int MaxCampaigns = 50;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> waiting;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            waiting = await campaigns.GetWithoutPageAsync(clock.Now, MaxCampaigns, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in waiting)
        {
            try
            {
                using (currentTenant.Change(tenantId))
                {
                    await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
                    await pages.KeepAsync(await campaigns.GetAsync(id, cancellationToken));
                    await unitOfWork.CompleteAsync(cancellationToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Kept by another worker at this moment, or it cannot be written: the other letters go on.
                logger.LogWarning(e, "The page of campaign {CampaignId} was not kept", id);
            }
        }
    }
}
