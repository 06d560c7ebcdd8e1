using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>Closes a campaign when no batch is open any more, and what a cancelled one has left.</summary>
internal sealed class CampaignFinisher(
    ICampaignRepository campaigns, IChunkRepository chunks, IDeliveryRepository deliveries, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant,
    IClock clock) : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> sending, cancelled;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            sending = await campaigns.GetByStatusAsync(CampaignStatus.Sending, cancellationToken);
            cancelled = await chunks.GetCancelledWithReadyAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in cancelled)
        {
            using (currentTenant.Change(tenantId))
            {
                await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
                await chunks.CancelReadyAsync(id, cancellationToken);
                await deliveries.CancelQueuedAsync(id, clock.Now, cancellationToken);
                await unitOfWork.CompleteAsync(cancellationToken);
            }
        }

        foreach (var (tenantId, id) in sending)
        {
            using (currentTenant.Change(tenantId))
            {
                await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
                var campaign = await campaigns.GetAsync(id, cancellationToken);
                if (campaign.Status != CampaignStatus.Sending || await chunks.AnyOpenAsync(id, cancellationToken)) continue;
                campaign.Finish(clock.Now, await chunks.GetLastSendAtAsync(id, cancellationToken) - SendGridTransport.CancelMargin);
                try
                {
                    await unitOfWork.CompleteAsync(cancellationToken);
                }
                catch (AbpDbConcurrencyException)
                {
                    // Paused or finished by somebody else at this moment: the next round sees.
                }
            }
        }
    }
}
