using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Measurement;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

/// <summary>Step 0: a campaign whose hour has come is rendered once and for all, and starts freezing.</summary>
internal sealed class CampaignStarter(
    ICampaignRepository campaigns, LetterMeasurer measurer, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock,
    IDeliveryProbe probe, ILogger<CampaignStarter> logger) : ITransientDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<CampaignReference> due;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            due = await campaigns.GetDueAsync(clock.Now, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in due)
        {
            try
            {
                using (currentTenant.Change(tenantId))
                {
                    await StartAsync(id, cancellationToken);
                }

                probe.Reached(DeliveryStep.CampaignStarted);
            }
            catch (AbpDbConcurrencyException)
            {
                // Somebody called it back, or another worker was faster: the next round sees.
                logger.LogInformation("Campaign {CampaignId} changed while it was being started", id);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It keeps nobody else's from leaving, and its author is told.
                logger.LogError(e, "Campaign {CampaignId} could not be rendered", id);
                using (currentTenant.Change(tenantId))
                {
                    await PauseAsync(id, cancellationToken);
                }
            }
        }
    }

    private async Task PauseAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Scheduled) return;
        campaign.Pause("Mailing:Pause:NotRendered");
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task StartAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var campaign = await campaigns.GetAsync(id, cancellationToken);
        if (campaign.Status != CampaignStatus.Scheduled) return;
        var letter = await measurer.RenderAsync(campaign);
        campaign.BeginFreezing(letter.Subject, letter.Html, letter.Text);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
