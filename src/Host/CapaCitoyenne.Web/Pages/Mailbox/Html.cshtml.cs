using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Web.Pages.Mailbox;

/// <summary>The HTML part alone, in an origin of its own and without script; its links open in a new tab, its pictures may only come from this machine.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HtmlModel(PickupFolder folder) : PageModel
{
    private const string Policy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
        + "img-src 'self' data: http://localhost:* http://*.localhost:*; frame-ancestors 'self'";

    public IActionResult OnGet(string id)
    {
        if (!folder.IsOpenTo(HttpContext) || folder.Find(id)?.Message.HtmlBody is not { } html)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = Policy;
        const string inNewTab = "<base target=\"_blank\">";
        var head = html.IndexOf("<head>", StringComparison.OrdinalIgnoreCase);
        return Content(head < 0 ? inNewTab + html : html.Insert(head + "<head>".Length, inNewTab), "text/html; charset=utf-8");
    }
}
