using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Web.Pages.Mailbox;

/// <summary>The messages of the pickup folder. A development tool: 404 anywhere else.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PickupFolder folder) : PageModel
{
    public IReadOnlyList<MailboxEntry> Entries { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!folder.IsOpenTo(HttpContext))
        {
            return NotFound();
        }

        Entries = folder.List();
        return Page();
    }
}
