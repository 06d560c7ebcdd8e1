namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>
/// The port to whoever delivers. One call hands one batch over; it is made once and never repeated inside: the engine alone decides what
/// follows, since only its ledger knows.
/// </summary>
internal interface IBulkMailTransport
{
    /// <summary>Value of <c>Mail:Provider</c> that selects it.</summary>
    MailProvider Provider { get; }

    /// <summary>Names the account in attempts: the provider, unless the account was chosen on a screen. At most 20 characters.</summary>
    string Name => Provider.ToString();

    /// <summary>Recipients in one call; also the size of the chunks. What may be in doubt after a crash is at most one call per worker.</summary>
    int MaxRecipients { get; }

    /// <summary>How long events may still resolve a doubt; zero = no events come.</summary>
    TimeSpan DoubtHorizon { get; }

    /// <summary>What must be agreed with the provider before the call, and is stored with the attempt. Harmless when repeated.</summary>
    Task<HandOverPlan> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Never throws for what the network or the provider does; every such case is an outcome.</summary>
    Task<BulkOutcome> SendAsync(BulkMessage message, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="AskAsync"/> would cancel the batch. The caller commits that it is about to happen.</summary>
    bool CanCancel(AttemptReference attempt) => false;

    /// <summary>Whether an attempt whose answer is missing was accepted. May act to make the answer certain (cancel a scheduled batch).</summary>
    Task<AttemptVerdict> AskAsync(AttemptReference attempt, CancellationToken cancellationToken);

    /// <summary>The outcome is recorded: what was kept to answer <see cref="AskAsync"/> can go.</summary>
    Task ForgetAsync(AttemptReference attempt, CancellationToken cancellationToken);
}

/// <param name="BatchId">Name under which the provider can cancel the batch.</param>
/// <param name="SendAt">UTC; when the provider lets it go.</param>
/// <param name="Failure">Set when the provider could not be asked; nothing was handed over.</param>
internal sealed record HandOverPlan(string? BatchId = null, DateTime? SendAt = null, BulkOutcome? Failure = null)
{
    public static readonly HandOverPlan None = new();
}

internal sealed record AttemptReference(Guid AttemptId, Guid TenantId, DateTime StartedTime, string? BatchId, DateTime? SendAt, string? ProviderMessageId);

internal enum AttemptVerdict
{
    Unknown,
    Accepted,
    /// <summary>Certain: nothing of it was sent, nor will be.</summary>
    NotAccepted,
}
