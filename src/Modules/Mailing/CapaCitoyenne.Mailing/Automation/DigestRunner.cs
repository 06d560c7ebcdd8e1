using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Settings;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Integration;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Automation;

/// <summary>
/// Writes the digests whose hour has come. The letter, the order to send it and the digest's next hour are one transaction, and a digest has one
/// letter for each instant (unique key): however often and wherever this runs, a news is written about once.
/// </summary>
internal sealed class DigestRunner(
    IDigestRepository digests, ICampaignRepository campaigns, ISiteContentIntegrationService site, GazetteWriter writer, CampaignPreflight preflight,
    GracePeriod grace, LetterMailer mailer, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IClock clock,
    ILogger<DigestRunner> logger) : ITransientDependency
{
    private const int MaxNews = 20;

    /// <summary>With those of which only the title is shown; beyond, they are counted.</summary>
    private const int MaxTitles = 50;
    private const int MaxEvents = 8;
    private const int EventDays = 30;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<DigestReference> due;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            due = await digests.GetDueAsync(clock.Now, cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        foreach (var (tenantId, id) in due)
        {
            try
            {
                using (currentTenant.Change(tenantId)) await WriteAsync(id, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Changed or written by another worker at this moment, or a site that cannot be read: all was rolled back, the next round sees.
                logger.LogWarning(e, "Digest {DigestId} was not written", id);
            }
        }
    }

    private async Task WriteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var digest = await digests.GetAsync(id, cancellationToken);
        var now = clock.Now;
        if (!digest.IsDue(now)) return;
        var due = digest.NextTime;
        var news = await site.GetNewsAsync(digest.CoveredUntil, now, MaxTitles);
        if (news.Count == 0)
        {
            digest.Skip(now);
        }
        else
        {
            var today = SiteDay.Of(now);
            var events = digest.HasEvents ? await site.GetEventsAsync(today, today.AddDays(EventDays), MaxEvents) : [];
            var inShort = news.Count <= MaxNews ? null : new NewsInShort(news[MaxNews..], await site.CountNewsAsync(digest.CoveredUntil, now) - news.Count);
            var language = (await site.GetLookAsync()).Language;
            var campaign = new Campaign(
                guidGenerator.Create(), digest.Subject, digest.Subject, writer.Write(language, digest.Intro, news[..Math.Min(news.Count, MaxNews)], events, inShort), language, ConsentPurpose.Information, digest.ListIds);
            campaign.ComeFrom(digest.Id, due);
            await campaigns.InsertAsync(campaign, autoSave: true, cancellationToken: cancellationToken);
            digest.Wrote(campaign, until: now, now);
            await LeaveOrTellAsync(digest, campaign, now);
        }

        await digests.UpdateAsync(digest, cancellationToken: cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    /// <summary>What may leave is ordered, and the sweep of the ledger finds it; otherwise somebody is told that a draft waits.</summary>
    private async Task LeaveOrTellAsync(Digest digest, Campaign campaign, DateTime now)
    {
        if (digest.SendsItself && (await preflight.RunAsync(campaign)).CanSend)
            campaign.Order(now.AddMinutes(await grace.GetMinutesAsync()));
        else
            await mailer.TellAsync(digest.LastModifierId ?? digest.CreatorId, "Mailing:Mail:DigestReady", campaign);
    }
}

internal sealed record DigestReference(Guid TenantId, Guid Id);

internal interface IDigestRepository : IRepository<Digest, Guid>
{
    /// <summary>Of all spaces.</summary>
    Task<List<DigestReference>> GetDueAsync(DateTime now, CancellationToken cancellationToken = default);
}
