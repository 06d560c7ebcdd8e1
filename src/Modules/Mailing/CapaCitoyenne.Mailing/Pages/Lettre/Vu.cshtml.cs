using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>The picture at the foot of a letter, for people who agreed to be counted: one transparent dot.</summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public class VuModel(IServiceProvider services) : PageModel
{
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await services.GetRequiredService<CountedRequests>().TakeAsync(token, LinkPurpose.Seen, Request) is not { } asked) return NotFound();
        // A mail program that keeps it for thirty days does not ask again.
        Response.Headers.CacheControl = asked.IsCounted ? "private, max-age=2592000" : "no-store";
        return File(Dot, "image/gif");
    }
}
