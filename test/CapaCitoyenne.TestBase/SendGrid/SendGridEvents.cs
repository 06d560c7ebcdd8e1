using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CapaCitoyenne.TestBase.SendGrid;

/// <summary>Body and headers of one call of the event webhook.</summary>
public sealed record SignedEvents(byte[] Body, string Signature, string Timestamp);

/// <summary>Makes signed webhook calls about what the look-alike accepted.</summary>
public sealed class SendGridEvents : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Base64, as the provider shows it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public SignedEvents Sign(IEnumerable<JsonObject> events)
    {
        // The real body ends with CR LF, and the signature covers it.
        var array = new JsonArray([.. events.Select(e => e.DeepClone())]);
        var body = Encoding.UTF8.GetBytes(array.ToJsonString() + "\r\n");
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = _key.SignData([.. Encoding.UTF8.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new SignedEvents(body, Convert.ToBase64String(signature), timestamp);
    }

    /// <param name="name"><c>processed</c>, <c>delivered</c>, <c>deferred</c>, <c>bounce</c>, <c>dropped</c>, <c>spamreport</c>…</param>
    /// <param name="type">For bounces: <c>bounce</c> or <c>blocked</c>.</param>
    public static JsonObject About(HandedOver mail, string name, string? type = null, string? reason = null, DateTime? time = null)
    {
        var result = new JsonObject
        {
            ["email"] = mail.Email,
            ["timestamp"] = new DateTimeOffset(time ?? DateTime.UtcNow, TimeSpan.Zero).ToUnixTimeSeconds(),
            ["event"] = name,
            ["sg_event_id"] = Guid.NewGuid().ToString("N"),
            ["sg_message_id"] = mail.MessageId + ".filter0001",
            ["a"] = mail.Attempt,
            ["d"] = mail.Delivery,
            ["t"] = mail.Tenant,
        };
        if (type is not null) result["type"] = type;
        if (reason is not null) result["reason"] = reason;
        return result;
    }

    public void Dispose() => _key.Dispose();
}
