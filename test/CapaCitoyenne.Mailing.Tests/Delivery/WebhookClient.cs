using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Webhooks;
using CapaCitoyenne.TestBase.SendGrid;

namespace CapaCitoyenne.Mailing.Tests.Delivery;

internal static class WebhookClient
{
    /// <summary>Posts signed events as SendGrid does, and has them merged.</summary>
    public static async Task TellAsync(this SendGridHub hub, IEnumerable<JsonObject> events)
    {
        (await hub.PostEventsAsync(hub.SendGrid.Events.Sign(events))).ShouldBe(HttpStatusCode.OK);
        await hub.RunJobsAsync();
    }

    public static async Task<HttpStatusCode> PostEventsAsync(this SendGridHub hub, SignedEvents signed)
    {
        using var content = new ByteArrayContent(signed.Body);
        content.Headers.ContentType = new("application/json");
        content.Headers.Add(SendGridSignature.SignatureHeader, signed.Signature);
        content.Headers.Add(SendGridSignature.TimestampHeader, signed.Timestamp);
        return (await hub.NewBrowser().Http.PostAsync("/api/mailing/webhooks/sendgrid", content)).StatusCode;
    }
}
