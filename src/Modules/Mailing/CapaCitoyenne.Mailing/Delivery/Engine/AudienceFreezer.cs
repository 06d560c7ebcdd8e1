using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>
/// Step 1: writes the recipients down, a thousand or so a transaction, with the cursor in the same transaction: after a crash it goes on
/// where the last commit was. Campaigns take turns, so that a short notice does not wait for a long newsletter.
/// </summary>
internal sealed class AudienceFreezer(
    ICampaignRepository campaigns, IAudienceRepository audience, IRepository<Chunk, Guid> chunks, IChunkRepository queue, ITransportSelector transports,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IOptions<MailingOptions> options, IDeliveryProbe probe,
    ILogger<AudienceFreezer> logger) : ITransientDependency
{
    /// <param name="isTimeUp">Asked after each turn of all campaigns; null = never.</param>
    /// <returns>True when others still have to be frozen, and a campaign is ready to be handed over or the time is up: come back afterwards.</returns>
    public async Task<bool> RunAsync(Func<bool>? isTimeUp = null, CancellationToken cancellationToken = default)
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

            if (isTimeUp?.Invoke() == true) break;
        }

        return freezing.Count > 0;
    }

    private async Task<FreezeTurn> TakeTurnAsync(CampaignReference campaign, CancellationToken cancellationToken)
    {
        try
        {
            using (currentTenant.Change(campaign.TenantId))
            {
                var turn = await FreezeTurnAsync(campaign.Id, cancellationToken);
                probe.Reached(DeliveryStep.BatchFrozen);
                return turn;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Paused, cancelled, or broken: this turn rolled back whole, and the others go on.
            logger.LogWarning(e, "Campaign {CampaignId} could not be frozen on", campaign.Id);
            return FreezeTurn.NotOurs;
        }
    }

    private async Task<FreezeTurn> FreezeTurnAsync(Guid id, CancellationToken cancellationToken)
    {
        var transport = await transports.GetCurrentAsync();
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        if (!await queue.HoldCampaignAsync(id, cancellationToken)) return FreezeTurn.NotOurs;
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Freezing) return FreezeTurn.NotOurs;

        // Whole batches, one at least.
        var size = transport.MaxRecipients;
        var count = Math.Max(1, options.Value.FreezeSize / size) * size;
        var turn = await audience.FreezeAsync(campaign, campaign.ChunkCount + 1, size, count, cancellationToken);
        var isLast = turn.Chunks.Count == 0;
        if (isLast) campaign.BeginSending();
        else
        {
            await chunks.InsertManyAsync(
                turn.Chunks.Select(c => new Chunk(guidGenerator.Create(), id, c.Number, c.Count, LaneOf(campaign))), cancellationToken: cancellationToken);
            campaign.Froze(turn.Cursor, turn.Chunks.Sum(c => c.Count), turn.Chunks[^1].Number);
        }

        probe.Reached(DeliveryStep.BatchWritten);
        await unitOfWork.CompleteAsync(cancellationToken);
        return isLast ? FreezeTurn.Complete : FreezeTurn.More;
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
