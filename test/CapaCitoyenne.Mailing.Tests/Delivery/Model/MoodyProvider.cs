using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Delivery.Transports;
using CapaCitoyenne.TestBase.SendGrid;

namespace CapaCitoyenne.Mailing.Tests.Delivery.Model;

/// <summary>How a provider deals with a batch.</summary>
public enum ProviderManner
{
    /// <summary>As a whole; it holds it until its hour, and can cancel it.</summary>
    Scheduling,
    /// <summary>As a whole, at once.</summary>
    Immediate,
    /// <summary>Person by person, as SMTP does; it tells nothing afterwards.</summary>
    PerPerson,
}

/// <summary>
/// A provider that does whatever the real one may do at the worst moment, with or without scheduled batches. What it has taken, and not
/// cancelled, is what people receive.
/// </summary>
internal sealed class MoodyProvider(Chance chance, MemoryClock clock, ProviderManner manner) : IBulkMailTransport
{
    private readonly List<(HandedOver Mail, DateTime SendAt)> _taken = [];
    private readonly HashSet<string> _cancelled = [];
    private int _batches;

    public bool IsCalm { get; set; }

    /// <summary>Not yet told to the hub.</summary>
    public List<JsonObject> Events { get; } = [];

    /// <summary>What happened in the schedules, so that a test sees that they are worth something.</summary>
    public SortedDictionary<string, int> Seen { get; } = new(StringComparer.Ordinal);

    public MailProvider Provider => MailProvider.SendGrid;

    /// <summary>Another account may take fewer.</summary>
    public int MaxRecipients { get; set; } = 3;

    public TimeSpan DoubtHorizon => manner == ProviderManner.PerPerson ? TimeSpan.Zero : TimeSpan.FromHours(24);

    public IEnumerable<string> Received => _taken.Where(t => t.Mail.BatchId is null || !_cancelled.Contains(t.Mail.BatchId)).Select(t => t.Mail.Email);

    private int Roll(int sides) => IsCalm ? 0 : chance.Random.Next(sides);

    public async Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Roll(12) == 11) return new HandOverPlan(Failure: Note(new BulkOutcome(BulkOutcomeKind.NotHandedOver)));
        return manner == ProviderManner.Scheduling ? new HandOverPlan($"batch{++_batches}", clock.Now.AddMinutes(15)) : HandOverPlan.None;
    }

    public async Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Roll(6) == 5) await StallAsync();
        switch (Roll(16))
        {
            case 1: return Note(new BulkOutcome(BulkOutcomeKind.Throttled) { Until = clock.Now.AddSeconds(30) });
            case 2: return Note(new BulkOutcome(BulkOutcomeKind.TooLarge));
            case 3: return Note(new BulkOutcome(BulkOutcomeKind.RecipientsRefused));
            case 4:
                return Note(new BulkOutcome(BulkOutcomeKind.RecipientsRefused)
                {
                    Exceptions = new Dictionary<Guid, RecipientOutcome> { [message.Recipients[0].ContactId] = new(RecipientOutcomeKind.Refused, "no such address") },
                });
            case 5: return Note(new BulkOutcome(BulkOutcomeKind.Unauthorized));
            case 6: return Note(new BulkOutcome(BulkOutcomeKind.NotHandedOver));
            case 7: return Note(new BulkOutcome(BulkOutcomeKind.Unknown), "Unknown, not taken");
        }

        if (manner == ProviderManner.PerPerson && Roll(2) == 1) return await AnswerEachAsync(message);
        Take(message);
        if (Roll(6) == 5) await StallAsync();
        return Roll(4) == 3 ? Note(new BulkOutcome(BulkOutcomeKind.Unknown), "Unknown, taken") : Note(new BulkOutcome(BulkOutcomeKind.Accepted));
    }

    private async Task<BulkOutcome> AnswerEachAsync(BulkMessage message)
    {
        var exceptions = new Dictionary<Guid, RecipientOutcome>();
        foreach (var recipient in message.Recipients)
        {
            RecipientOutcomeKind? kind = Roll(7) switch
            {
                1 => RecipientOutcomeKind.Refused,
                2 or 3 => RecipientOutcomeKind.Unknown,
                4 => RecipientOutcomeKind.NotHandedOver,
                5 => RecipientOutcomeKind.Deferred,
                _ => null,
            };
            if (kind is { } exception) exceptions[recipient.ContactId] = new RecipientOutcome(exception, Count(exception, $"One: {exception}").ToString());
            if (kind is null || (kind == RecipientOutcomeKind.Unknown && Roll(2) == 1)) Take(message with { Recipients = [recipient] });
        }

        if (Roll(6) == 5) await StallAsync();
        return new BulkOutcome(BulkOutcomeKind.Accepted) { Exceptions = exceptions };
    }

    public bool CanCancel(AttemptReference attempt) => attempt.BatchId is not null && clock.Now <= attempt.SendAt - SendGridTransport.CancelMargin;

    public async Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (attempt.BatchId is not { } batch) return AttemptVerdict.Unknown;
        if (CanCancel(attempt) && Roll(5) != 4)
        {
            _cancelled.Add(batch);
            // It may tell of the drop before anybody hears its answer.
            Events.AddRange(_taken.Where(t => t.Mail.BatchId == batch).Select(t => SendGridEvents.About(t.Mail, "dropped", reason: chance.Random.Next(2) == 0 ? "cancel_drop" : "Gone")));
            await Task.Yield();
            if (Roll(3) != 2) return Note(AttemptVerdict.NotAccepted);
        }

        // The answer, or the second question, may be lost; after its hour the provider knows of no batch any more.
        return clock.Now <= attempt.SendAt && Roll(3) != 2 && _cancelled.Contains(batch) ? Note(AttemptVerdict.NotAccepted) : Note(AttemptVerdict.Unknown);
    }

    public Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets go what is due, and tells.</summary>
    public void LetGo()
    {
        for (var i = 0; i < _taken.Count; i++)
        {
            var (mail, sendAt) = _taken[i];
            if (sendAt > clock.Now || sendAt == DateTime.MaxValue || (mail.BatchId is not null && _cancelled.Contains(mail.BatchId))) continue;
            if (manner != ProviderManner.PerPerson) Events.AddRange(SendGridEvents.LifeOf(mail, chance.Random));
            _taken[i] = (mail, DateTime.MaxValue);
        }
    }

    private void Take(BulkMessage message)
    {
        foreach (var recipient in message.Recipients)
        {
            var mail = new HandedOver(recipient.Email, message.AttemptId.ToString("N"), recipient.ContactId.ToString("N"), "t", message.Plan.BatchId, "m");
            _taken.Add((mail, message.Plan.SendAt ?? clock.Now));
            if (manner != ProviderManner.PerPerson && chance.Random.Next(3) == 0) Events.Add(SendGridEvents.About(mail, "processed"));
        }
    }

    /// <summary>Longer than the lease: somebody else takes over meanwhile.</summary>
    private async Task StallAsync()
    {
        Count(0, "Stalled");
        clock.Advance(TimeSpan.FromSeconds(200));
        for (var i = 0; i < 60; i++) await Task.Yield();
    }

    private BulkOutcome Note(BulkOutcome outcome, string? name = null) => Count(outcome, name ?? outcome.Kind.ToString());

    private AttemptVerdict Note(AttemptVerdict verdict) => Count(verdict, $"Asked: {verdict}");

    private T Count<T>(T value, string name)
    {
        Seen[name] = Seen.GetValueOrDefault(name) + 1;
        return value;
    }
}
