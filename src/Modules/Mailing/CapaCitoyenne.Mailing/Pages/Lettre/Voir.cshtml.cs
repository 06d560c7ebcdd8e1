using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>
/// « Read it in the browser »: the link is signed and the same for all who got the letter, so that one may pass it on; nothing personal stands there.
/// </summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public class VoirModel(IServiceProvider services, ICurrentTenant currentTenant) : PageModel
{
    /// <summary>Null when the link is broken.</summary>
    public string? Title { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Time { get; private set; }

    public async Task OnGetAsync(string token)
    {
        await services.GetRequiredService<SubscriptionManager>().GetAssociationAsync();
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.View);
        if (link is null || link.TenantId != currentTenant.Id) return;
        if (await services.GetRequiredService<ICampaignRepository>().FindAsync(link.SubjectId) is not { } campaign
            || await services.GetRequiredService<LetterPages>().GetAsync(campaign) is not { } page) return;
        (Title, Html, Time) = (page.Title, page.Html, page.Time);
    }
}
