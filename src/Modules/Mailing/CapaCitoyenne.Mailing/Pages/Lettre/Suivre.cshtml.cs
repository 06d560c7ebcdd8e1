using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>
/// A link of a letter, for people who agreed to be counted: adds one and leads on to the address that was in the letter, and to no other.
/// </summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public class SuivreModel(IServiceProvider services) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token)
    {
        var asked = await services.GetRequiredService<CountedRequests>().TakeAsync(token, LinkPurpose.Follow, Request);
        if (asked?.Url is not { } url)
        {
            Response.StatusCode = 404;
            return Page();
        }

        // The reader's own browser keeps the answer for a day: the same person pressing again is not counted again, and we know of neither.
        Response.Headers.CacheControl = asked.IsCounted ? "private, max-age=86400" : "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Redirect(url);
    }
}
