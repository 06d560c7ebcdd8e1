namespace CapaCitoyenne.Mailing.Delivery.Transports;

internal static class MailHeaders
{
    public const string DeliveryId = "X-Delivery-Id";
    public const string Feedback = "Feedback-ID";

    /// <summary>
    /// Who sent what, for the complaint reports that Gmail makes for senders of much mail: letter, space, kind, and the sender, which stays the
    /// same for all letters of the software. It says nothing about the person.
    /// </summary>
    public static string FeedbackId(BulkMessage message) => $"{message.CampaignId:N}:{message.TenantId:N}:lettre:capacitoyenne";

    /// <summary>One-click unsubscription, RFC 8058.</summary>
    public static Dictionary<string, string> Unsubscribe(string url) => new()
    {
        ["List-Unsubscribe"] = $"<{url}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };
}
