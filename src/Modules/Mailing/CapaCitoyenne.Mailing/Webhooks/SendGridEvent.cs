using System.Text.Json;
using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Webhooks;

/// <summary>What one event of SendGrid says, in our words.</summary>
/// <param name="State">Null when the event changes nothing in the ledger.</param>
internal sealed record SendGridEvent(Guid AttemptId, Guid ContactId, DeliveryState? State, string? Reason, DateTime Time, bool IsHardBounce, bool IsUnsubscribe)
{
    /// <summary>The events of a call that are about our letters; others (test sends, other senders of the account) are passed over.</summary>
    public static List<SendGridEvent> ReadAll(string body)
    {
        using var json = JsonDocument.Parse(body);
        if (json.RootElement.ValueKind != JsonValueKind.Array) return [];
        return [.. json.RootElement.EnumerateArray().Select(Read).OfType<SendGridEvent>()];
    }

    private static SendGridEvent? Read(JsonElement e)
    {
        if (e.ValueKind != JsonValueKind.Object) return null;
        if (!Guid.TryParseExact(Text(e, "a"), "N", out var attempt) || !Guid.TryParseExact(Text(e, "d"), "N", out var contact)) return null;
        var name = Text(e, "event") ?? "";
        var isBlocked = name == "bounce" && Text(e, "type") == "blocked";
        var time = e.TryGetProperty("timestamp", out var t) && t.TryGetInt64(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 253402300799)).UtcDateTime
            : DateTime.UnixEpoch;
        var state = name switch
        {
            "processed" => DeliveryState.Accepted,
            "deferred" => DeliveryState.Deferred,
            "delivered" => DeliveryState.Delivered,
            "dropped" => DeliveryState.Dropped,
            // « blocked » is for now: reputation or content. It says nothing about the address.
            "bounce" => isBlocked ? DeliveryState.Blocked : DeliveryState.Bounced,
            "spamreport" => DeliveryState.Complained,
            _ => (DeliveryState?)null,
        };
        return new SendGridEvent(
            attempt, contact, state, Text(e, "reason") ?? Text(e, "response"), time, name == "bounce" && !isBlocked,
            name is "unsubscribe" or "group_unsubscribe");
    }

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
