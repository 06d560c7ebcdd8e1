using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[Authorize, EnableRateLimiting(AnonymousRateLimits.Write)]
public class ChangePasswordModel(IMyAccountAppService myAccountAppService) : AccountPageModel
{
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    public MyAccountDto Account { get; private set; } = null!;

    public async Task OnGetAsync() => Account = await myAccountAppService.GetAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await TryAsync(() => myAccountAppService.ChangePasswordAsync(Input)))
            return LocalRedirect("/mon-compte?fait=mot-de-passe");
        await OnGetAsync();
        return Page();
    }
}
