using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[EnableRateLimiting(AnonymousRateLimits.Write)]
public class ResetPasswordModel(IAccountAppService accountAppService) : AccountPageModel
{
    [BindProperty]
    public ResetPasswordInput Input { get; set; } = new();

    public void OnGet(Guid u, string? jeton)
    {
        Input.UserId = u;
        Input.Token = jeton ?? "";
        // The link's secret must not leave with the address of the page.
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(Input.Token))
            RefuseLink();
        return ModelState.IsValid && await TryAsync(() => accountAppService.ResetPasswordAsync(Input)) ? LocalRedirect("/mes-espaces") : Page();
    }
}
