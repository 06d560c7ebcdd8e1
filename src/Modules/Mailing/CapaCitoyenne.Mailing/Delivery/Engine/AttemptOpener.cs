using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.Delivery.Engine;

internal sealed record OpenedAttempt(Guid AttemptId, AttemptReference Reference, BulkMessage Message);

/// <summary>
/// Steps 3 and 4: marks who must not be written to any more, and commits the attempt before anything leaves. Whoever is queued in the
/// batch at this commit is in the call: that is all the recovery needs to know.
/// </summary>
internal sealed class AttemptOpener(
    IChunkRepository chunks, IDeliveryRepository deliveries, IRepository<Attempt, Guid> attempts, SubscriptionLinks links, LetterFields letterFields,
    ILetterCounterRepository counters, IUnitOfWorkManager unitOfWorkManager, IGuidGenerator guidGenerator, IClock clock, IOptions<MailingOptions> options) : ITransientDependency
{
    /// <returns>Null when nobody is left in the batch, or when somebody else has taken it.</returns>
    public async Task<OpenedAttempt?> OpenAsync(
        LeasedChunk chunk, IBulkMailTransport transport, HandOverPlan plan, OutgoingLetter letter, CancellationToken cancellationToken)
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        // A worker that slept past its lease finds that it has been thought dead: what it leased is somebody else's by now.
        if (!await chunks.RenewAsync(chunk, clock.Now.AddSeconds(options.Value.LeaseSeconds), cancellationToken)) return null;
        var look = new LastLook(chunk.CampaignId, chunk.Number, letter.Purpose, letter.ListIds, clock.Now);
        var recipients = await deliveries.SkipUnwantedAsync(look, cancellationToken);
        if (recipients.Count == 0)
        {
            await chunks.MoveAsync(chunk, ChunkState.Leased, ChunkState.Done, cancellationToken: cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
            return null;
        }

        var fields = letter.Templates.HasOwnFields
            ? await letterFields.ReadAsync([.. recipients.Select(r => r.ContactId)], letter.Language, cancellationToken)
            : null;
        HashSet<Guid> counted = letter.Measured is null ? [] : [.. await counters.GetAgreeingAsync(chunk.CampaignId, chunk.Number, cancellationToken)];
        var attempt = new Attempt(
            guidGenerator.Create(), chunk.CampaignId, chunk.Id, chunk.AttemptNumber, transport.Name, plan.BatchId, plan.SendAt, clock.Now) { MeasuredCount = counted.Count };
        await attempts.InsertAsync(attempt, cancellationToken: cancellationToken);
        // The unique key (batch, number) of the attempt is the second fence: two workers cannot both open one.
        await unitOfWork.CompleteAsync(cancellationToken);

        var message = new BulkMessage
        {
            AttemptId = attempt.Id,
            CampaignId = chunk.CampaignId,
            TenantId = chunk.TenantId,
            From = letter.From,
            ReplyTo = letter.ReplyTo,
            Letter = letter.Templates,
            ListId = letter.ListId,
            CanUnsubscribe = letter.CanUnsubscribe,
            Plan = plan,
            Recipients = [.. recipients.Select(r => ToBulk(r, chunk, letter.SiteUrl) with
            {
                Fields = fields?.GetValueOrDefault(r.ContactId),
                Measured = counted.Contains(r.ContactId) ? letter.Measured : null,
            })],
        };
        return new OpenedAttempt(attempt.Id, attempt.ReferenceIn(chunk.TenantId), message);
    }

    private BulkRecipient ToBulk(ChunkRecipient recipient, LeasedChunk chunk, string siteUrl)
    {
        var url = links.Unsubscribe(siteUrl, chunk.TenantId, recipient.ContactId, chunk.CampaignId);
        var preferences = links.Preferences(siteUrl, chunk.TenantId, recipient.ContactId, chunk.CampaignId);
        return new BulkRecipient(recipient.ContactId, recipient.Email, recipient.FirstName, recipient.LastName, url, preferences);
    }
}
