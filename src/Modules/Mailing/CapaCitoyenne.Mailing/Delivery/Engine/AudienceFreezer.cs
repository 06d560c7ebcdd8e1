using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// Step 1: writes the recipients down, one batch a transaction, with the cursor in the same transaction: after a crash it goes on
/// where the last commit was. Campaigns take turns batch by batch, so that a short notice does not wait for a long newsletter.
/// </summary>
internal sealed class AudienceFreezer(
    ICampaignRepository campaigns, IAudienceRepository audience, IRepository<Chunk, Guid> chunks, IChunkRepository queue, ITransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IDeliveryProbe probe,
    ILogger<AudienceFreezer> logger) : ITransientDependency
{
    /// <returns>True when a campaign is ready to be handed over and others still have to be frozen: come back afterwards.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> freezing;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            freezing = await campaigns.GetByStatusAsync(CampaignStatus.Freezing, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        var isAnyReady = false;
        while (freezing.Count > 0 && !isAnyReady && !cancellationToken.IsCancellationRequested)
        {
            foreach (var campaign in freezing.ToList())
            {
                var turn = await TakeTurnAsync(campaign, cancellationToken);
                if (turn != FreezeTurn.More) freezing.Remove(campaign);
                isAnyReady |= turn == FreezeTurn.Complete;
            }
        }

        return freezing.Count > 0;
    }

    private async Task<FreezeTurn> TakeTurnAsync(CampaignReference campaign, CancellationToken cancellationToken)
    {
        try
        {
            using (currentTenant.Change(campaign.TenantId))
            {
                var turn = await FreezeBatchAsync(campaign.Id, cancellationToken);
                probe.Reached(DeliveryStep.BatchFrozen);
                return turn;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Paused, cancelled, or broken: this batch rolled back whole, and the others go on.
            logger.LogWarning(e, "Campaign {CampaignId} could not be frozen on", campaign.Id);
            return FreezeTurn.NotOurs;
        }
    }

    private async Task<FreezeTurn> FreezeBatchAsync(Guid id, CancellationToken cancellationToken)
    {
        var transport = await transports.GetCurrentAsync();
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        if (!await queue.HoldCampaignAsync(id, cancellationToken)) return FreezeTurn.NotOurs;
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Freezing) return FreezeTurn.NotOurs;

        var number = campaign.ChunkCount + 1;
        var batch = await audience.FreezeAsync(campaign, number, transport.MaxRecipients, cancellationToken);
        if (batch.Count > 0)
        {
            await chunks.InsertAsync(new Chunk(guidGenerator.Create(), id, number, batch.Count, LaneOf(campaign)), cancellationToken: cancellationToken);
            campaign.Froze(batch.Cursor, batch.Count);
        }

        if (batch.IsLast) campaign.BeginSending();
        probe.Reached(DeliveryStep.BatchWritten);
        await unitOfWork.CompleteAsync(cancellationToken);
        return batch.IsLast ? FreezeTurn.Complete : FreezeTurn.More;
    }

    private static DeliveryLane LaneOf(Campaign campaign)
        => campaign.Purpose == ConsentPurpose.Statutory ? DeliveryLane.Transactional : DeliveryLane.Newsletter;

    private enum FreezeTurn
    {
        More,
        Complete,
        /// <summary>Somebody else freezes it, or it is not to be frozen any more.</summary>
        NotOurs,
    }
}
