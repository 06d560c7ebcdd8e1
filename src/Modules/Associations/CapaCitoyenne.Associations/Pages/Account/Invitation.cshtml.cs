using CapaCitoyenne.Associations.Invitations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CapaCitoyenne.Associations.Pages.Account;

[EnableRateLimiting(AnonymousRateLimits.Write)]
public class InvitationModel(IInvitationPublicAppService invitationAppService, ICurrentUser currentUser) : AccountPageModel
{
    [BindProperty]
    public AcceptInvitationInput Input { get; set; } = new();

    /// <summary>Null when the link is not valid (any more).</summary>
    public InvitationPublicDto? Invitation { get; private set; }

    public bool IsSignedIn => currentUser.IsAuthenticated;

    public string? SignedInAs => currentUser.Email;

    public async Task<IActionResult> OnGetAsync(string token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await LoadAsync(token);
        // A member who comes back by the link of the mail, or whose second click came after the first, goes where it led.
        if (Invitation is null && IsSignedIn && await TryAcceptAsync(token) is { } joined)
            return LocalRedirect(joined.SpaceUrl);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        ModelState.Remove("Input.Token");
        if (ModelState.IsValid && await TryAcceptAsync(token) is { } accepted)
            return LocalRedirect(accepted.SpaceUrl);
        // The first of two clicks has signed in since: its cookie comes with the next request.
        if (RefusalCode == AssociationsErrorCodes.InvitationInvalid && !IsSignedIn)
            return RedirectToPage(new { token });
        await LoadAsync(token);
        return Page();
    }

    private async Task<AcceptedInvitationDto?> TryAcceptAsync(string token)
    {
        Input.Token = token;
        AcceptedInvitationDto? accepted = null;
        return await TryAsync(async () => accepted = await invitationAppService.AcceptAsync(Input)) ? accepted : null;
    }

    private async Task LoadAsync(string token)
    {
        try
        {
            Invitation = await invitationAppService.GetAsync(token);
        }
        catch (BusinessException)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
