namespace CapaCitoyenne.Mailing.Delivery.Transports;

internal enum BulkOutcomeKind
{
    /// <summary>The provider has the batch, but for <see cref="BulkOutcome.Exceptions"/>.</summary>
    Accepted,
    /// <summary>Nothing was sent: the provider objects to the recipients named in <see cref="BulkOutcome.Exceptions"/>, or to some that it does not name.</summary>
    RecipientsRefused,
    /// <summary>Nothing was sent: the letter or its sender is not acceptable.</summary>
    LetterRefused,
    /// <summary>Nothing was sent; come back at <see cref="BulkOutcome.Until"/>.</summary>
    Throttled,
    /// <summary>Nothing was sent: key, scope or sender identity.</summary>
    Unauthorized,
    /// <summary>Nothing was sent: the request is too large.</summary>
    TooLarge,
    /// <summary>Nothing was sent: the provider was not reached.</summary>
    NotHandedOver,
    /// <summary>The call may or may not have counted. It is never repeated.</summary>
    Unknown,
}

/// <summary>What became of one recipient, where it differs from the batch.</summary>
internal enum RecipientOutcomeKind
{
    Refused,
    Unknown,
    /// <summary>Not tried, or only the connection failed.</summary>
    NotHandedOver,
    /// <summary>Nothing was sent: the server wants this person's letter later. Tried again for two days, then refused.</summary>
    Deferred,
}

internal sealed record RecipientOutcome(RecipientOutcomeKind Kind, string? Reason);

internal sealed record BulkOutcome(BulkOutcomeKind Kind)
{
    private static readonly Dictionary<Guid, RecipientOutcome> NoExceptions = [];

    public int? HttpStatus { get; init; }

    /// <summary>The provider's own words, for the report.</summary>
    public string? Detail { get; init; }

    public string? ProviderMessageId { get; init; }

    public DateTime? Until { get; init; }

    /// <summary>By contact.</summary>
    public IReadOnlyDictionary<Guid, RecipientOutcome> Exceptions { get; init; } = NoExceptions;
}
