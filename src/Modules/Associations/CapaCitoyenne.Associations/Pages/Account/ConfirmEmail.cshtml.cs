using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

/// <summary>A button, not the link itself: mail filters open links, and must not prove an address for its owner.</summary>
[EnableRateLimiting(AnonymousRateLimits.Write)]
public class ConfirmEmailModel(IAccountAppService accountAppService) : AccountPageModel
{
    [BindProperty]
    public ConfirmEmailInput Input { get; set; } = new();

    public EmailConfirmationDto? Confirmation { get; private set; }

    public void OnGet(Guid u, string? jeton)
    {
        Input.UserId = u;
        Input.Token = jeton ?? "";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
            await TryAsync(async () => Confirmation = await accountAppService.ConfirmEmailAsync(Input));
        else
            RefuseLink();
        return Confirmation?.PasswordToken is { } token ? RedirectToPage("ResetPassword", new { u = Input.UserId, jeton = token }) : Page();
    }
}
