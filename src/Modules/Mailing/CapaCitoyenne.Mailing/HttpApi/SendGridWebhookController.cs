using CapaCitoyenne.Mailing.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>SendGrid's events: verified on the raw bytes, stored, answered at once; merged in a job.</summary>
[AllowAnonymous]
public class SendGridWebhookController : AbpController
{
    /// <summary>The provider sends at most 768 KB at a time.</summary>
    private const int MaxBodySize = 4 * 1024 * 1024;

    [HttpPost("api/mailing/webhooks/sendgrid")]
    [RequestSizeLimit(MaxBodySize)]
    [IgnoreAntiforgeryToken]
    [ApiExplorerSettings(IgnoreApi = true)]
    public async Task<IActionResult> ReceiveAsync(CancellationToken cancellationToken)
    {
        var key = HttpContext.RequestServices.GetRequiredService<IOptions<MailOptions>>().Value.SendGrid.WebhookPublicKey;
        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        var signature = Request.Headers[SendGridSignature.SignatureHeader].ToString();
        var timestamp = Request.Headers[SendGridSignature.TimestampHeader].ToString();
        if (string.IsNullOrEmpty(key) || !SendGridSignature.Verify(key, signature, timestamp, bytes.Span))
            throw new BusinessException(MailingErrorCodes.WebhookSignatureInvalid);

        await HttpContext.RequestServices.GetRequiredService<WebhookInbox>().StoreAsync(bytes, cancellationToken);
        return Ok();
    }
}
