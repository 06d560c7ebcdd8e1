using System.Text.RegularExpressions;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>
/// A letter as a page of its own, for the frame of the workspace's preview: a frame can name no space in a header, so the
/// route does, and a letter needs the inline styles that the workspace's policy forbids. No script runs in it.
/// </summary>
[ApiController]
[Authorize(MailingPermissions.Campaigns.Default)]
[Route("api/mailing/{__tenant}/campaign/{id:guid}/preview.html")]
public sealed partial class CampaignPreviewController(ICampaignAppService campaigns) : AbpController
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

    [HttpGet]
    public async Task<IActionResult> GetAsync(Guid id, Guid? contactId)
    {
        var preview = await campaigns.GetPreviewAsync(id, new GetCampaignPreviewInput { ContactId = contactId });
        Response.Headers.ContentSecurityPolicy = Policy;
        Response.Headers.CacheControl = "no-store";
        // The hub serves the same pictures under the same path as the site, whose origin this page may not ask.
        return Content(PictureOfTheSite().Replace(preview.Html, "src=\"/media/"), "text/html; charset=utf-8");
    }

    [GeneratedRegex("src=\"https?://[^\"/]+/media/", RegexOptions.None, 1000)]
    private static partial Regex PictureOfTheSite();
}
