namespace CapaCitoyenne.Mailing.Delivery.Transports;

internal static class MailHeaders
{
    public const string DeliveryId = "X-Delivery-Id";

    /// <summary>One-click unsubscription, RFC 8058.</summary>
    public static Dictionary<string, string> Unsubscribe(string url) => new()
    {
        ["List-Unsubscribe"] = $"<{url}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };
}
