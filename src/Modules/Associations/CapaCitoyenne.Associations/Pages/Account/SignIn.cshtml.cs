using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[EnableRateLimiting(AnonymousRateLimits.Write)]
public class SignInModel(ISessionAppService sessionAppService, ICurrentUser currentUser) : AccountPageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new() { Remember = true };

    /// <summary>Where to go afterwards; only an address of this hub counts.</summary>
    [BindProperty(SupportsGet = true, Name = "retour")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => currentUser.IsAuthenticated ? RedirectLocally(ReturnUrl, "/mes-espaces") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        SessionDto? session = null;
        if (!ModelState.IsValid || !await TryAsync(async () => session = await sessionAppService.CreateAsync(Input)))
            return Page();
        return RedirectLocally(ReturnUrl, session!.Memberships is [var only] ? $"/espace/{only.Slug}/" : "/mes-espaces");
    }
}
