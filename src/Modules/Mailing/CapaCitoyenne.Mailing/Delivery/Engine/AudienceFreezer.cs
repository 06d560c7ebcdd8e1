using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// Step 1: writes the recipients down, one batch a transaction, with the cursor in the same transaction: after a crash it goes on
/// where the last commit was.
/// </summary>
internal sealed class AudienceFreezer(
    ICampaignRepository campaigns, IAudienceRepository audience, IRepository<Chunk, Guid> chunks, TransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IDeliveryProbe probe,
    ILogger<AudienceFreezer> logger) : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> freezing;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            freezing = await campaigns.GetByStatusAsync(CampaignStatus.Freezing, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in freezing)
        {
            try
            {
                using (currentTenant.Change(tenantId))
                {
                    while (!cancellationToken.IsCancellationRequested && await FreezeBatchAsync(id, cancellationToken))
                    {
                        probe.Reached(DeliveryStep.BatchFrozen);
                    }
                }
            }
            catch (AbpDbConcurrencyException)
            {
                // Paused, cancelled, or frozen by another worker at the same moment: this batch rolled back whole.
                logger.LogInformation("Campaign {CampaignId} changed while it was being frozen", id);
            }
        }
    }

    /// <returns>False when there is nothing more to freeze.</returns>
    private async Task<bool> FreezeBatchAsync(Guid id, CancellationToken cancellationToken)
    {
        var transport = await transports.GetCurrentAsync();
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Freezing) return false;

        var number = campaign.ChunkCount + 1;
        var batch = await audience.FreezeAsync(campaign, number, transport.MaxRecipients, cancellationToken);
        if (batch.Count > 0)
        {
            await chunks.InsertAsync(new Chunk(guidGenerator.Create(), id, number, batch.Count), cancellationToken: cancellationToken);
            campaign.Froze(batch.Cursor, batch.Count);
        }

        if (batch.IsLast) campaign.BeginSending();
        probe.Reached(DeliveryStep.BatchWritten);
        await unitOfWork.CompleteAsync(cancellationToken);
        return !batch.IsLast;
    }
}
