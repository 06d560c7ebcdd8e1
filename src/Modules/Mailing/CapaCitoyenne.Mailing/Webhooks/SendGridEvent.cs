using System.Text.Json;
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
    /// <summary>There is no such mailbox.</summary>
    HardBounce,
    Complaint,
    Unsubscribe,
}

/// <summary>One event of the webhook.</summary>
/// <param name="AttemptId">Null, like <paramref name="ContactId"/>, when the event is about a single message of the hub.</param>
internal sealed record SendGridEvent(EventKind Kind, Guid? AttemptId, Guid? ContactId, string? Email, bool IsAboutHub, string? Reason, DateTime Time)
{
    /// <summary>Classes of bounce that may pass (the provider's words).</summary>
    private static readonly string[] PassingClasses = ["Technical", "Technical Failure", "Mailbox Unavailable"];

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
        "bounce" => MayPass(e) ? EventKind.SoftBounce : EventKind.HardBounce,
        "spamreport" => EventKind.Complaint,
        "unsubscribe" or "group_unsubscribe" => EventKind.Unsubscribe,
        _ => EventKind.Other,
    };

    /// <summary>By the enhanced status (RFC 3463: 4.x.x is temporary, x.2.2 a full mailbox), else by the provider's class.</summary>
    private static bool MayPass(JsonElement e)
    {
        var status = Text(e, "status") ?? "";
        if (status.StartsWith("4.", StringComparison.Ordinal) || status.EndsWith(".2.2", StringComparison.Ordinal)) return true;
        return !status.StartsWith("5.1.", StringComparison.Ordinal) && PassingClasses.Contains(Text(e, "bounce_classification"), StringComparer.OrdinalIgnoreCase);
    }

    private static Guid? Id(JsonElement e, string name) => Guid.TryParseExact(Text(e, name), "N", out var id) ? id : null;

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
