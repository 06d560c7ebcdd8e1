using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>Steps 2 to 6 for one batch: lease, look again, commit the attempt, call once, record.</summary>
internal sealed class ChunkWorker(
    IChunkRepository chunks, AttemptOpener opener, OutcomeRecorder recorder, ITransportSelector transports, ILetterCache letters,
    PaceKeeper pace, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IClock clock, IOptions<MailingOptions> options,
    IDeliveryProbe probe, ILogger<ChunkWorker> logger) : ITransientDependency
{
    /// <returns>False when nothing was ready.</returns>
    public async Task<bool> RunOneAsync(CancellationToken cancellationToken)
    {
        if (await LeaseAsync(cancellationToken) is not { } chunk) return false;
        probe.Reached(DeliveryStep.ChunkLeased);

        using (currentTenant.Change(chunk.TenantId))
        {
            try
            {
                await HandOverAsync(chunk, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The lease runs out by itself; what was committed says whether there is a doubt.
                logger.LogError(e, "Batch {ChunkId} of campaign {CampaignId} stopped", chunk.Id, chunk.CampaignId);
            }
        }

        return true;
    }

    private async Task<LeasedChunk?> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var now = clock.Now;
        var chunk = await chunks.LeaseNextAsync(now, now.AddSeconds(options.Value.LeaseSeconds), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return chunk;
    }

    private async Task HandOverAsync(LeasedChunk chunk, CancellationToken cancellationToken)
    {
        var transport = await transports.GetCurrentAsync();
        if (chunk.RecipientCount > transport.MaxRecipients && await CutAsync(chunk, cancellationToken)) return;
        var letter = await letters.GetAsync(chunk.CampaignId);
        if (!await pace.TryPayAsync(chunk, transport, letter, cancellationToken)) return;

        var plan = await transport.PrepareAsync(cancellationToken);
        if (plan.Failure is { } failure)
        {
            await recorder.RecordAsync(chunk, attemptId: null, transport, failure, recipients: 0, cancellationToken);
            return;
        }

        if (await opener.OpenAsync(chunk, transport, plan, letter, cancellationToken) is not { } opened) return;
        probe.Reached(DeliveryStep.AttemptCommitted);

        var outcome = await SendAsync(chunk, transport, opened.Message);
        probe.Reached(DeliveryStep.HandedOver);
        // A stop asked for during the call must not leave its answer unrecorded.
        await recorder.RecordAsync(chunk, opened.AttemptId, transport, outcome, opened.Message.Recipients.Count, CancellationToken.None);
        probe.Reached(DeliveryStep.OutcomeRecorded);
        await transport.ForgetAsync(opened.Reference, CancellationToken.None);
    }

    /// <summary>Written down for an account that takes more at a time than the present one: two halves are ready instead, and cut again if need be.</summary>
    /// <returns>False when there is nothing to cut.</returns>
    private async Task<bool> CutAsync(LeasedChunk chunk, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        // Two that cut batches of one campaign at once would give the halves the same number: who comes second puts its batch back.
        var isHeld = await chunks.HoldCampaignAsync(chunk.CampaignId, cancellationToken);
        if (isHeld && !await chunks.SplitAsync(chunk, guidGenerator.Create(), cancellationToken)) return false;
        if (!await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Ready, isHeld ? null : clock.Now.AddSeconds(1), cancellationToken)) return false;
        await unitOfWork.CompleteAsync(cancellationToken);
        return true;
    }

    /// <summary>The call, with the lease kept alive: a slow server is not a dead worker.</summary>
    private async Task<BulkOutcome> SendAsync(LeasedChunk chunk, IBulkMailTransport transport, BulkMessage message)
    {
        var call = transport.SendAsync(message, CancellationToken.None);
        while (true)
        {
            try
            {
                return await call.WaitAsync(TimeSpan.FromSeconds(options.Value.LeaseSeconds / 3.0));
            }
            catch (TimeoutException) when (!call.IsCompleted)
            {
                await RenewAsync(chunk);
            }
        }
    }

    private async Task RenewAsync(LeasedChunk chunk)
    {
        try
        {
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            await chunks.RenewAsync(chunk, clock.Now.AddSeconds(options.Value.LeaseSeconds), CancellationToken.None);
            await unitOfWork.CompleteAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The lease of batch {ChunkId} could not be renewed", chunk.Id);
        }
    }
}
