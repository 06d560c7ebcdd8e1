using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>The sign-up form of a space's newsletter. Sites have no cookies, hence nothing that a forged request could abuse.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
public class InscriptionModel(IServiceProvider services) : PageModel
{
    private SubscriptionManager Subscriptions => services.GetRequiredService<SubscriptionManager>();

    public string AssociationName { get; private set; } = "";

    public bool IsSent { get; private set; }

    public bool IsInvalid { get; private set; }

    public string? Email { get; private set; }

    public string? FirstName { get; private set; }

    public async Task OnGetAsync() => AssociationName = (await Subscriptions.GetAssociationAsync()).Name;

    public async Task<IActionResult> OnPostAsync(string? email, string? firstName, string? site)
    {
        // The field that people do not see: a machine that fills it in is told what it expects.
        IsSent = !string.IsNullOrEmpty(site);
        if (IsSent) return Page();
        if (!EmailAddress.TryParse(email, out var address))
        {
            await OnGetAsync();
            Email = email;
            FirstName = firstName;
            IsInvalid = true;
            Response.StatusCode = 400;
            return Page();
        }

        var origin = FormOrigin.Of(Request.Headers.Referer);
        await services.GetRequiredService<PersonalDecisions>().RunAsync(() => Subscriptions.AskAsync(address, firstName, origin));
        IsSent = true;
        return Page();
    }
}
