using System.Text.Json;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>
/// Merges a stored webhook call into the ledgers, space by space, in sets. Any number of times, in any order: ranks decide. An event that names
/// an attempt also proves that the provider has it.
/// </summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class MergeEventsJob(
    IRepository<InboxEntry, Guid> entries, IAttemptFinder attempts, IDeliveryRepository deliveries, IReturnedMailRepository returned,
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
                events = Read(entry);
                known = await attempts.FindAsync([.. events.Select(e => e.AttemptId).OfType<Guid>().Distinct()]);
                await unitOfWork.CompleteAsync();
            }

            foreach (var space in events.Where(e => e.AttemptId is { } id && known.ContainsKey(id)).GroupBy(e => known[e.AttemptId!.Value].TenantId))
            {
                using (currentTenant.Change(space.Key))
                {
                    await MergeAsync([.. space]);
                }
            }

            await using var closing = unitOfWorkManager.Begin(requiresNew: true);
            await returned.SuppressOnHubAsync([.. events.Where(e => e.IsAboutHub && e.Kind == EventKind.Complaint).Select(e => e.Email!).Distinct()], clock.Now);
            (await entries.GetAsync(args.EntryId)).Merged(clock.Now);
            await closing.CompleteAsync();
        }
    }

    private List<SendGridEvent> Read(InboxEntry entry)
    {
        try
        {
            return SendGridEvent.ReadAll(entry.BodyJson);
        }
        catch (JsonException e)
        {
            Logger.LogError(e, "The webhook call {EntryId} was signed and is not JSON; it is passed over", entry.Id);
            return [];
        }
    }

    private async Task MergeAsync(List<SendGridEvent> events)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        // The attempts first, which locks them: whether one was cancelled with certainty is read in the transaction that merges.
        await attempts.MarkSeenAsync([.. IdsOf(events.Where(e => e.Kind != EventKind.CancelDrop))], [.. IdsOf(events.Where(e => e.HasLeft))]);
        var current = await attempts.FindAsync([.. IdsOf(events)]);

        // A batch that was cancelled with certainty reports its recipients as dropped: they were sent anew under another attempt, or called back.
        var counted = events.Where(e => e.Kind != EventKind.CancelDrop && current[e.AttemptId!.Value].Outcome != AttemptOutcome.NotAccepted).ToList();
        foreach (var contradiction in IdsOf(events.Where(e => e.HasLeft)).Except(IdsOf(counted)))
            Logger.LogError("Attempt {AttemptId} was cancelled, and reports deliveries", contradiction);

        // While a batch may have been cancelled, only what has left proves anything: that it was taken, or dropped, may be the cancellation itself.
        await deliveries.MergeAsync([.. counted.Where(e => e.State is not null && (e.HasLeft || !current[e.AttemptId!.Value].MayBeCancelled))
            .GroupBy(e => (current[e.AttemptId!.Value].CampaignId, e.ContactId!.Value))
            .Select(g => Strongest(g.Key.CampaignId, g.Key.Value, g))]);
        await FollowAsync(counted);
        await unitOfWork.CompleteAsync();
    }

    private static DeliveryUpdate Strongest(Guid campaignId, Guid contactId, IEnumerable<SendGridEvent> events)
    {
        var first = events.OrderByDescending(e => e.State).ThenBy(e => e.Time).ThenBy(e => e.Reason, StringComparer.Ordinal).First();
        return new DeliveryUpdate(campaignId, contactId, first.AttemptId!.Value, new DeliveryNews(first.State!.Value, first.Reason, first.Time));
    }

    /// <summary>What the events say about the addresses themselves.</summary>
    private async Task FollowAsync(List<SendGridEvent> events)
    {
        await returned.SuppressAsync([.. ContactsOf(events, EventKind.HardBounce)], SuppressionReason.HardBounce, clock.Now);
        await returned.SuppressAsync([.. ContactsOf(events, EventKind.Complaint)], SuppressionReason.Complaint, clock.Now);
        await returned.WithdrawAsync([.. ContactsOf(events, EventKind.Complaint).Union(ContactsOf(events, EventKind.Unsubscribe))], clock.Now);

        var soft = events.Where(e => e.Kind == EventKind.SoftBounce).Select(e => new SoftBounceNews(e.ContactId!.Value, DateOnly.FromDateTime(e.Time))).Distinct().ToList();
        await returned.ForgetSoftBouncesAsync([.. ContactsOf(events, EventKind.Delivered).Except(soft.Select(s => s.ContactId))]);
        var tired = await returned.CountSoftBouncesAsync(soft, clock.Now);
        await returned.SuppressAsync(tired, SuppressionReason.SoftBounces, clock.Now);
    }

    private static IEnumerable<Guid> IdsOf(IEnumerable<SendGridEvent> events) => events.Select(e => e.AttemptId!.Value).Distinct();

    private static IEnumerable<Guid> ContactsOf(List<SendGridEvent> events, EventKind kind)
        => events.Where(e => e.Kind == kind).Select(e => e.ContactId!.Value).Distinct();
}

/// <param name="Id">The attempt.</param>
/// <param name="TenantId">Its space.</param>
/// <param name="CampaignId">Its letter.</param>
/// <param name="Outcome">As it stands.</param>
/// <param name="MayBeCancelled"><see cref="Attempt.MayBeCancelled"/>.</param>
internal sealed record AttemptInfo(Guid Id, Guid TenantId, Guid CampaignId, AttemptOutcome Outcome, bool MayBeCancelled);

internal interface IAttemptFinder
{
    /// <summary>Of all spaces.</summary>
    Task<Dictionary<Guid, AttemptInfo>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);

    /// <summary>
    /// The provider has told about these attempts, and about some of them that mail has left. Those that were cancelled with certainty stay as
    /// they are. Locks the others until the transaction ends.
    /// </summary>
    Task MarkSeenAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> left, CancellationToken cancellationToken = default);
}
