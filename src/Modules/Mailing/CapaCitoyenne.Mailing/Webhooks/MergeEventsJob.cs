using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>
/// Merges a stored webhook call into the ledgers, space by space. Any number of times, in any order: ranks decide. An event that names an
/// attempt also proves that the provider has it.
/// </summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class MergeEventsJob(
    IRepository<InboxEntry, Guid> entries, IAttemptFinder attempts, IDeliveryRepository deliveries, IContactRepository contacts, ContactManager manager,
    IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock) : AsyncBackgroundJob<MergeEventsArgs>
{
    public override async Task ExecuteAsync(MergeEventsArgs args)
    {
        using (currentTenant.Change(null))
        {
            List<SendGridEvent> events;
            Dictionary<Guid, AttemptInfo> known;
            await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
            {
                var entry = await entries.GetAsync(args.EntryId);
                if (entry.MergedTime is not null) return;
                events = SendGridEvent.ReadAll(entry.BodyJson);
                known = await attempts.FindAsync([.. events.Select(e => e.AttemptId).Distinct()]);
                await unitOfWork.CompleteAsync();
            }

            foreach (var space in events.Where(e => known.ContainsKey(e.AttemptId)).GroupBy(e => known[e.AttemptId].TenantId))
            {
                using (currentTenant.Change(space.Key))
                {
                    await MergeAsync([.. space], known);
                }
            }

            await using var closing = unitOfWorkManager.Begin(requiresNew: true);
            (await entries.GetAsync(args.EntryId)).Merged(clock.Now);
            await closing.CompleteAsync();
        }
    }

    private async Task MergeAsync(List<SendGridEvent> events, Dictionary<Guid, AttemptInfo> known)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        // A batch that was cancelled with certainty reports its recipients as dropped: they were sent anew under another attempt.
        var cancelled = events.Where(e => known[e.AttemptId].Outcome == AttemptOutcome.NotAccepted).ToList();
        if (cancelled.Exists(e => e.State is DeliveryState.Delivered))
            Logger.LogError("An attempt that was cancelled reports deliveries: {AttemptId}", cancelled[0].AttemptId);

        var counted = events.Except(cancelled).ToList();
        await attempts.MarkSeenAsync([.. counted.Select(e => e.AttemptId).Distinct()]);
        var updates = counted.Where(e => e.State is not null)
            .GroupBy(e => (known[e.AttemptId].CampaignId, e.ContactId))
            .Select(g => new DeliveryUpdate(g.Key.CampaignId, g.Key.ContactId, DeliveryMerge.Strongest(g.Select(e => new DeliveryNews(e.State!.Value, e.Reason, e.Time)))))
            .ToList();
        await deliveries.MergeAsync(updates);
        foreach (var e in counted.Where(e => e.IsHardBounce || e.IsUnsubscribe || e.State == DeliveryState.Complained)) await FollowAsync(e);
        await unitOfWork.CompleteAsync();
    }

    private async Task FollowAsync(SendGridEvent e)
    {
        if (await contacts.FindAsync(e.ContactId) is not { } contact) return;
        if (e.IsUnsubscribe) await manager.WithdrawAsync(contact, null);
        else await manager.SuppressAsync(contact, e.IsHardBounce ? SuppressionReason.HardBounce : SuppressionReason.Complaint);
    }
}

internal sealed record AttemptInfo(Guid Id, Guid TenantId, Guid CampaignId, AttemptOutcome Outcome);

internal interface IAttemptFinder
{
    /// <summary>Of all spaces.</summary>
    Task<Dictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);

    /// <summary>The provider has told about these attempts.</summary>
    Task MarkSeenAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);
}
