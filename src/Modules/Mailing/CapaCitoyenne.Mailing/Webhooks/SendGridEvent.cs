using System.Text.Json;
using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Delivery.Transports;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>What an event of SendGrid is about, in our words.</summary>
internal enum EventKind
{
    /// <summary>Changes nothing.</summary>
    Other,
    Processed,
    Deferred,
    Delivered,
    /// <summary>Given up by the provider before any server was asked.</summary>
    Dropped,
    /// <summary>Dropped because we cancelled the batch: says nothing about the person, nor that anything was sent.</summary>
    CancelDrop,
    /// <summary>Refused for now, for the sender's reputation or the letter's content. It says nothing about the address.</summary>
    Blocked,
    /// <summary>Refused for a reason that may pass: a full mailbox, a server out of order. Counted over days.</summary>
    SoftBounce,
    /// <summary>There is no such address.</summary>
    HardBounce,
    Complaint,
    Unsubscribe,
}

/// <summary>One event of the webhook.</summary>
/// <param name="AttemptId">Null, like <paramref name="ContactId"/>, when the event is about a single message of the hub.</param>
internal sealed partial record SendGridEvent(EventKind Kind, Guid? AttemptId, Guid? ContactId, string? Email, bool IsAboutHub, string? Reason, DateTime Time)
{
    /// <summary>The provider's class of bounces that say that there is no such address.</summary>
    private const string InvalidClass = "Invalid Address";

    /// <summary>Classes that are about the sender, the letter or its number, never about the address.</summary>
    private static readonly string[] BlockingClasses = ["Reputation", "Content", "Frequency or Volume Too High"];

    /// <summary>Null when the event changes nothing in the ledger.</summary>
    public DeliveryState? State => Kind switch
    {
        EventKind.Processed => DeliveryState.Accepted,
        EventKind.Deferred => DeliveryState.Deferred,
        EventKind.Delivered => DeliveryState.Delivered,
        EventKind.Dropped => DeliveryState.Dropped,
        EventKind.Blocked => DeliveryState.Blocked,
        EventKind.SoftBounce or EventKind.HardBounce => DeliveryState.Bounced,
        EventKind.Complaint => DeliveryState.Complained,
        _ => null,
    };

    /// <summary>Somebody's server was spoken to.</summary>
    public bool HasLeft => Kind is EventKind.Deferred or EventKind.Delivered or EventKind.Blocked or EventKind.SoftBounce or EventKind.HardBounce or EventKind.Complaint;

    /// <summary>
    /// The events of a call that are about mail of this hub, known by the arguments that we gave it (a late bounce has no message id); others of
    /// the account are passed over.
    /// </summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static List<SendGridEvent> ReadAll(string body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Array) return [];
        return [.. json.RootElement.EnumerateArray().Select(Read).OfType<SendGridEvent>()];
    }

    private static SendGridEvent? Read(JsonElement e)
    {
        if (e.ValueKind != JsonValueKind.Object) return null;
        var email = Text(e, "email");
        var isAboutHub = email is not null && Text(e, MailOrigins.Argument) == MailOrigins.Hub;
        var attempt = Id(e, SendGridRequest.AttemptArg);
        var contact = Id(e, SendGridRequest.DeliveryArg);
        if (!isAboutHub && (attempt is null || contact is null)) return null;
        var time = e.TryGetProperty("timestamp", out var t) && t.ValueKind == JsonValueKind.Number && t.TryGetInt64(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 253402300799)).UtcDateTime
            : DateTime.UnixEpoch;
        return new SendGridEvent(
            KindOf(e), isAboutHub ? null : attempt, isAboutHub ? null : contact, email, isAboutHub, Text(e, "reason") ?? Text(e, "response"), time);
    }

    private static EventKind KindOf(JsonElement e) => Text(e, "event") switch
    {
        "processed" => EventKind.Processed,
        "deferred" => EventKind.Deferred,
        "delivered" => EventKind.Delivered,
        "cancel_drop" => EventKind.CancelDrop,
        "dropped" => Text(e, "reason")?.Contains("cancel", StringComparison.OrdinalIgnoreCase) == true ? EventKind.CancelDrop : EventKind.Dropped,
        "bounce" when Text(e, "type") == "blocked" => EventKind.Blocked,
        "bounce" => OfBounce(Text(e, "bounce_classification"), StatusOf(e)),
        "spamreport" => EventKind.Complaint,
        "unsubscribe" or "group_unsubscribe" => EventKind.Unsubscribe,
        _ => EventKind.Other,
    };

    /// <summary>
    /// Only what says that the address does not exist gives it up at once: the enhanced status (RFC 3463: 5.1.x, but for 5.1.7 and 5.1.8, which are about
    /// the sender's address), or the provider's class. 5.7.x is policy, x.2.2 a full mailbox, and what nobody explains is counted over days.
    /// </summary>
    private static EventKind OfBounce(string? bounceClass, string status)
    {
        if (BlockingClasses.Contains(bounceClass, StringComparer.OrdinalIgnoreCase) || status.StartsWith("5.7.", StringComparison.Ordinal) || status is "5.1.7" or "5.1.8")
            return EventKind.Blocked;
        if (status.StartsWith("4.", StringComparison.Ordinal) || status.EndsWith(".2.2", StringComparison.Ordinal)) return EventKind.SoftBounce;
        return status.StartsWith("5.1.", StringComparison.Ordinal) || InvalidClass.Equals(bounceClass, StringComparison.OrdinalIgnoreCase)
            ? EventKind.HardBounce
            : EventKind.SoftBounce;
    }

    /// <summary>As a field of its own, else as the mail server said it in its answer; empty when nobody did.</summary>
    private static string StatusOf(JsonElement e)
        => Text(e, "status") is { Length: > 0 } status ? status : EnhancedStatus().Match(Text(e, "reason") ?? "").Value;

    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\.?\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EnhancedStatus();

    private static Guid? Id(JsonElement e, string name) => Guid.TryParseExact(Text(e, name), "N", out var id) ? id : null;

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
