using CapaCitoyenne.Mailing.MailTransports;
using CapaCitoyenne.Mailing.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>Events of a SendGrid account that belongs to one space, verified by that space's key, and heard only about its own letters.</summary>
[AllowAnonymous]
public class SpaceWebhookController : AbpController
{
    private const int MaxBodySize = 4 * 1024 * 1024;

    [HttpPost("api/mailing/webhooks/sendgrid/{spaceId:guid}")]
    [RequestSizeLimit(MaxBodySize)]
    [IgnoreAntiforgeryToken]
    [ApiExplorerSettings(IgnoreApi = true)]
    public async Task<IActionResult> ReceiveAsync(Guid spaceId, CancellationToken cancellationToken)
    {
        var services = HttpContext.RequestServices;
        using var body = new MemoryStream();
        await Request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        using (services.GetRequiredService<ICurrentTenant>().Change(spaceId))
        {
            var key = (await services.GetRequiredService<MailAccounts>().FindOfSpaceAsync())?.WebhookPublicKey;
            var (signature, timestamp) = (Request.Headers[SendGridSignature.SignatureHeader].ToString(), Request.Headers[SendGridSignature.TimestampHeader].ToString());
            if (string.IsNullOrEmpty(key) || !SendGridSignature.Verify(key, signature, timestamp, bytes.Span)) throw new BusinessException(MailingErrorCodes.WebhookSignatureInvalid);
            if (await services.GetRequiredService<SpaceEventFilter>().KeepOwnAsync(bytes, cancellationToken) is { } own)
                await services.GetRequiredService<WebhookInbox>().StoreAsync(own, cancellationToken);
        }

        return Ok();
    }
}
