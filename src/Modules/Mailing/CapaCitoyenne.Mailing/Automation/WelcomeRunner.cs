using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Delivery.Engine;
using CapaCitoyenne.Mailing.Delivery.Transports;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Writes those into the ledger whose day has come after their sign-up; the engine hands over what is there.</summary>
internal sealed class WelcomeRunner(
    ICampaignRepository campaigns, IRepository<WelcomeLetter, Guid> welcomes, IAudienceRepository audience, IRepository<Chunk, Guid> chunks, TransportSelector transports,
    IBackgroundJobManager jobs, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IClock clock, ILogger<WelcomeRunner> logger)
    : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> running;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            running = await campaigns.GetWelcomingAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in running)
        {
            try
            {
                using (currentTenant.Change(tenantId))
                {
                    while (!cancellationToken.IsCancellationRequested && await WriteBatchAsync(id, cancellationToken))
                    {
                        // On to the next batch.
                    }
                }
            }
            catch (AbpDbConcurrencyException)
            {
                // Put to rest, or written by another worker at the same moment: this batch rolled back whole.
                logger.LogInformation("Welcome letter {CampaignId} changed while its recipients were written down", id);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It keeps nobody else's welcome from being written.
                logger.LogError(e, "The recipients of welcome letter {CampaignId} could not be written down", id);
            }
        }
    }

    private async Task<bool> WriteBatchAsync(Guid id, CancellationToken cancellationToken)
    {
        var size = (await transports.GetCurrentAsync()).MaxRecipients;
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Sending || await welcomes.FindAsync(one => one.CampaignId == id, cancellationToken) is not { Since: { } since } welcome) return false;
        var number = campaign.ChunkCount + 1;
        var count = await audience.AddNewcomersAsync(campaign, new Newcomers(welcome.ListId, since, clock.Now.AddDays(-welcome.DelayDays)), number, size, cancellationToken);
        if (count == 0) return false;
        await chunks.InsertAsync(new Chunk(guidGenerator.Create(), id, number, count, LaneOf(welcome)), cancellationToken: cancellationToken);
        campaign.Froze(Guid.Empty, count, number);
        await campaigns.UpdateAsync(campaign, cancellationToken: cancellationToken);
        await jobs.EnqueueAsync(new DeliverArgs(id));
        await unitOfWork.CompleteAsync(cancellationToken);
        return count == size;
    }

    /// <summary>Who has just signed up looks for the welcome.</summary>
    private static DeliveryLane LaneOf(WelcomeLetter welcome) => welcome.DelayDays == 0 ? DeliveryLane.Transactional : DeliveryLane.Newsletter;
}
