using CapaCitoyenne.Associations.Localization;
using CapaCitoyenne.Associations.SignUps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Associations.Pages.Account;

[EnableRateLimiting(AnonymousRateLimits.Write)]
public class SignUpModel(ISignUpAppService signUpAppService, ICurrentUser currentUser, IStringLocalizer<AssociationsResource> localizer) : AccountPageModel
{
    [BindProperty]
    public CreateSignUpInput Input { get; set; } = new();

    public bool IsSignedIn => currentUser.IsAuthenticated;

    public string? SignedInAs => currentUser.Email;

    public async Task OnGetAsync() => await OpenFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsSignedIn)
            CheckPerson();
        SignUpDto? space = null;
        if (ModelState.IsValid && await TryAsync(async () => space = await signUpAppService.CreateAsync(Input)))
            return IsSignedIn || !string.IsNullOrEmpty(Input.Password) ? LocalRedirect(space!.SpaceUrl) : RedirectToPage("SignUpDone", new { espace = space!.Slug, courriel = Input.Email });

        if (RefusalCode == AssociationsErrorCodes.SignUpFormExpired || string.IsNullOrEmpty(Input.FormToken) || string.IsNullOrEmpty(Input.IdempotencyKey))
            await OpenFormAsync();
        return Page();
    }

    // Answers stay; only what the form itself carries is new.
    private async Task OpenFormAsync()
    {
        var form = await signUpAppService.GetFormAsync();
        Input.FormToken = form.FormToken;
        Input.IdempotencyKey = form.IdempotencyKey;
        ModelState.Remove("Input.FormToken");
        ModelState.Remove("Input.IdempotencyKey");
    }

    private void CheckPerson()
    {
        if (string.IsNullOrWhiteSpace(Input.Name))
            ModelState.AddModelError("Input.Name", localizer["SignUp:NameMissing"].Value);
        if (string.IsNullOrWhiteSpace(Input.Email))
            ModelState.AddModelError("Input.Email", localizer["SignUp:EmailMissing"].Value);
    }
}
