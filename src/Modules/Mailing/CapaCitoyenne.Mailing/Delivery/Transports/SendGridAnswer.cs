using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SendGrid;

namespace CapaCitoyenne.Mailing.Delivery.Transports;

/// <summary>What SendGrid's answer to a hand-over means.</summary>
internal static partial class SendGridAnswer
{
    private static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(1);

    public static BulkOutcome Read(Response response, string body, IReadOnlyList<BulkRecipient> recipients, DateTime now)
    {
        var status = (int)response.StatusCode;
        var errors = ReadErrors(body);
        var detail = errors.Count > 0 ? string.Join(" ", errors.Select(e => e.Message)) : $"HTTP {status}";
        var outcome = response.StatusCode switch
        {
            HttpStatusCode.Accepted or HttpStatusCode.OK or HttpStatusCode.Created =>
                new BulkOutcome(BulkOutcomeKind.Accepted) { ProviderMessageId = Header(response, "X-Message-Id") },
            HttpStatusCode.BadRequest => Refused(errors, recipients),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new BulkOutcome(BulkOutcomeKind.Unauthorized),
            HttpStatusCode.RequestEntityTooLarge => new BulkOutcome(BulkOutcomeKind.TooLarge),
            HttpStatusCode.TooManyRequests => new BulkOutcome(BulkOutcomeKind.Throttled) { Until = ResetTime(response, now) },
            _ when status is >= 400 and < 500 => new BulkOutcome(BulkOutcomeKind.LetterRefused),
            _ => new BulkOutcome(BulkOutcomeKind.Unknown),
        };
        return outcome with { HttpStatus = status, Detail = outcome.Kind == BulkOutcomeKind.Accepted ? null : detail };
    }

    private static BulkOutcome Refused(List<(string? Field, string Message)> errors, IReadOnlyList<BulkRecipient> recipients)
    {
        var refused = new Dictionary<Guid, RecipientOutcome>();
        var aboutLetter = false;
        foreach (var (field, message) in errors)
        {
            var match = RecipientField().Match(field ?? "");
            if (match.Success && int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) is var index && index < recipients.Count)
                refused[recipients[index].ContactId] = new RecipientOutcome(RecipientOutcomeKind.Refused, message);
            else if (!string.IsNullOrEmpty(field) && !field.StartsWith("personalizations", StringComparison.Ordinal))
                aboutLetter = true;
        }

        return aboutLetter
            ? new BulkOutcome(BulkOutcomeKind.LetterRefused)
            : new BulkOutcome(BulkOutcomeKind.RecipientsRefused) { Exceptions = refused };
    }

    private static List<(string? Field, string Message)> ReadErrors(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("errors").EnumerateArray()
                .Select(e => (
                    e.TryGetProperty("field", out var f) && f.ValueKind == JsonValueKind.String ? f.GetString() : null,
                    e.TryGetProperty("message", out var m) ? m.ToString() : ""))
                .ToList();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Some refusals (413) are a page of the web server in front of the API.
            return [];
        }
    }

    private static DateTime ResetTime(Response response, DateTime now)
    {
        var reset = long.TryParse(Header(response, "X-RateLimit-Reset"), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : now + DefaultWait;
        // Clocks differ: never sooner than now, never lost for hours.
        return reset < now ? now.AddSeconds(1) : reset > now.AddHours(1) ? now.AddHours(1) : reset;
    }

    private static string? Header(Response response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    [GeneratedRegex(@"^personalizations\.(?<index>\d{1,4})\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RecipientField();
}
