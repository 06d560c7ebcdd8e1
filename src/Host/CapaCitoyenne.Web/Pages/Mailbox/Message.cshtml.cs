using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Web.Pages.Mailbox;

/// <summary>One message. Its HTML part has a page of its own, which a frame shows in a sandbox.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MessageModel(PickupFolder folder) : PageModel
{
    public MailboxEntry Entry { get; private set; } = default!;

    public IActionResult OnGet(string id)
    {
        if (!folder.IsOpenTo(HttpContext) || folder.Find(id) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        return Page();
    }
}
