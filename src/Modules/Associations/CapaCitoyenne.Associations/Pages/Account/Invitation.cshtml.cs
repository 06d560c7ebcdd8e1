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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        Input.Token = token;
        ModelState.Remove("Input.Token");
        AcceptedInvitationDto? accepted = null;
        if (ModelState.IsValid && await TryAsync(async () => accepted = await invitationAppService.AcceptAsync(Input)))
            return LocalRedirect(accepted!.SpaceUrl);
        await LoadAsync(token);
        return Page();
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
