using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[EnableRateLimiting(AnonymousRateLimits.Write)]
public class ForgotPasswordModel(IAccountAppService accountAppService) : AccountPageModel
{
    [BindProperty]
    public SendPasswordResetInput Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        IsSent = ModelState.IsValid && await TryAsync(() => accountAppService.SendPasswordResetAsync(Input));
        return Page();
    }
}
