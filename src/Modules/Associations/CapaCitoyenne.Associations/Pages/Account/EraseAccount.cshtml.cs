using CapaCitoyenne.Associations.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[Authorize, EnableRateLimiting(AnonymousRateLimits.Write)]
public class EraseAccountModel(IMyAccountAppService myAccountAppService) : AccountPageModel
{
    [BindProperty]
    public EraseAccountInput Input { get; set; } = new();

    public MyAccountDto Account { get; private set; } = null!;

    public ErasureDto Erasure { get; private set; } = null!;

    public async Task OnGetAsync() => (Account, Erasure) = (await myAccountAppService.GetAsync(), await myAccountAppService.GetErasureAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && await TryAsync(() => myAccountAppService.EraseAsync(Input)))
            return LocalRedirect("/compte-efface");
        await OnGetAsync();
        return Page();
    }
}
