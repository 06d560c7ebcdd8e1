using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;

namespace CapaCitoyenne.Mailing.Results;

/// <summary>Why a letter did not arrive, in the classes that mean something to an association.</summary>
internal enum DeliveryReason
{
    MailboxUnknown,
    DomainUnknown,
    MailboxFull,
    MailboxClosed,
    Reputation,
    LooksLikeSpam,
    SenderNotProven,
    TooLarge,
    TooManyAtOnce,
    ServerSilent,
    BouncedBefore,
    UnsubscribedBefore,
    ComplainedBefore,
    AddressInvalid,
    AccountQuota,
}

/// <summary>
/// Reads what mail servers and SendGrid answer. Enhanced status codes (RFC 3463) first, since they mean the same everywhere; then words. What is
/// not known is shown as it came, never guessed.
/// </summary>
internal static partial class DeliveryReasons
{
    private static readonly (DeliveryReason Reason, string[] Words)[] Words =
    [
        (DeliveryReason.BouncedBefore, ["bounced address"]),
        (DeliveryReason.UnsubscribedBefore, ["unsubscribed address"]),
        (DeliveryReason.ComplainedBefore, ["spam reporting address"]),
        (DeliveryReason.AccountQuota, ["over package quota", "maximum credits"]),
        (DeliveryReason.MailboxFull, ["mailbox full", "mailbox is full", "over quota", "overquota", "quota exceeded", "insufficient storage", "boîte pleine"]),
        (DeliveryReason.SenderNotProven, ["dmarc", "spf", "dkim", "unauthenticated", "not authenticated"]),
        (DeliveryReason.Reputation, ["blocklist", "blacklist", "black list", "block list", "spamhaus", "reputation", "poor sender", "blocked using", "listed at", "rbl"]),
        (DeliveryReason.TooLarge, ["too large", "too big", "size limit", "exceeds size"]),
        (DeliveryReason.TooManyAtOnce, ["rate limit", "too many", "greylist", "graylist", "try again later", "temporarily deferred", "unusual rate", "throttl"]),
        (DeliveryReason.DomainUnknown, ["domain not found", "no mx", "host not found", "unable to resolve", "nxdomain", "domain does not exist", "bad destination host", "no such domain"]),
        (DeliveryReason.MailboxClosed, ["disabled", "inactive", "suspended", "deactivated", "account closed", "no longer"]),
        (DeliveryReason.MailboxUnknown, ["user unknown", "unknown user", "no such user", "does not exist", "doesn't exist", "no mailbox", "mailbox unavailable", "mailbox not found", "recipient rejected", "invalid recipient", "unknown recipient", "address rejected", "not found", "adresse inconnue", "no such recipient", "recipient address rejected"]),
        (DeliveryReason.LooksLikeSpam, ["spam", "unsolicited", "content rejected", "message rejected"]),
        (DeliveryReason.AddressInvalid, ["invalid address", "valid address", "bad address", "invalid"]),
        (DeliveryReason.ServerSilent, ["timed out", "timeout", "connection refused", "unable to connect", "connection dropped", "unable to get mx"]),
    ];

    public static DeliveryReason? Of(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return null;
        var text = reason.ToLowerInvariant();
        if (StatusCode().Match(text) is { Success: true } code && OfCode(code.Groups["subject"].Value, code.Groups["detail"].Value) is { } known) return known;
        foreach (var (one, words) in Words)
        {
            if (Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal))) return one;
        }

        return null;
    }

    /// <summary>The key of the sentence that explains a line of the ledger; null when our words would add nothing or the reason is not known.</summary>
    public static string? KeyOf(DeliveryState state, string? reason)
    {
        if (state is DeliveryState.Delivered or DeliveryState.Accepted or DeliveryState.Queued) return null;
        if (reason?.StartsWith("Mailing:", StringComparison.Ordinal) == true) return null;
        if (Of(reason) is { } known) return "Mailing:DeliveryReason:" + known;
        return string.IsNullOrWhiteSpace(reason) ? "Mailing:DeliveryReason:State." + state : null;
    }

    private static DeliveryReason? OfCode(string subject, string detail) => (subject, detail) switch
    {
        ("1", "1" or "6" or "0") => DeliveryReason.MailboxUnknown,
        ("1", "2" or "10") or ("4", "4") => DeliveryReason.DomainUnknown,
        ("1", "3") => DeliveryReason.AddressInvalid,
        ("2", "1") => DeliveryReason.MailboxClosed,
        ("2", "2") => DeliveryReason.MailboxFull,
        ("2", "3") or ("3", "4") => DeliveryReason.TooLarge,
        ("4", "1" or "2" or "7") => DeliveryReason.ServerSilent,
        ("7", "20" or "21" or "22" or "23" or "24" or "25" or "26") => DeliveryReason.SenderNotProven,
        ("7", "28") => DeliveryReason.TooManyAtOnce,
        // x.7.1 is used for anything: the words decide.
        _ => null,
    };

    [GeneratedRegex(@"\b[45]\.(?<subject>\d)\.(?<detail>\d{1,2})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatusCode();
}
