using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Associations.Pages.Account;

public class SignOutModel(ISessionAppService sessionAppService) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessionAppService.DeleteAsync();
        return LocalRedirect("/");
    }
}
