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

    public SignedEvents Sign(IEnumerable<JsonObject> events) => Sign(new JsonArray([.. events.Select(e => e.DeepClone())]).ToJsonString());

    /// <summary>Whatever it is.</summary>
    public SignedEvents Sign(string text)
    {
        // The real body ends with CR LF, and the signature covers it.
        var body = Encoding.UTF8.GetBytes(text + "\r\n");
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

    /// <summary>What the provider tells of one mail on its way, in its order.</summary>
    public static IEnumerable<JsonObject> LifeOf(HandedOver mail, Random random)
    {
        yield return About(mail, "processed");
        if (random.Next(5) == 0) yield return About(mail, "deferred", reason: "451 try again later");
        switch (random.Next(20))
        {
            case 0: yield return About(mail, "bounce", "bounce", "550 5.1.1 no such user"); break;
            case 1: yield return About(mail, "bounce", "blocked", "550 5.7.1 reputation"); break;
            case 2: yield return About(mail, "dropped", reason: "Bounced Address"); break;
            case 3:
                yield return About(mail, "delivered");
                // An asynchronous bounce carries no message id.
                var late = About(mail, "bounce", "bounce", "550 5.1.1 no such user");
                late.Remove("sg_message_id");
                yield return late;
                break;
            case 4:
                yield return About(mail, "delivered");
                yield return About(mail, "spamreport");
                break;
            default: yield return About(mail, "delivered", reason: $"250 OK {random.Next()}"); break;
        }
    }

    /// <summary>As the network brings them: repeated, some under a new id, in disorder, and some never.</summary>
    /// <param name="loss">Share of events that never come, between 0 and 1.</param>
    public static List<JsonObject> Disorder(IEnumerable<JsonObject> events, Random random, double loss = 0)
    {
        var result = new List<JsonObject>();
        foreach (var one in events)
        {
            if (random.NextDouble() < loss) continue;
            result.Add(one);
            if (random.Next(4) != 0) continue;
            var again = one.DeepClone().AsObject();
            if (random.Next(2) == 0) again["sg_event_id"] = Guid.NewGuid().ToString("N");
            result.Add(again);
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(result));
        return result;
    }

    public void Dispose() => _key.Dispose();
}
