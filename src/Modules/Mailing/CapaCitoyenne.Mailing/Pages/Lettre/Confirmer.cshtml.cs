using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>The link of the confirmation mail. Opening it shows a button: mail scanners open links, people press buttons.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
public class ConfirmerModel(IServiceProvider services, ICurrentTenant currentTenant) : PageModel
{
    public string AssociationName { get; private set; } = "";

    public bool IsKnown { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string token) => await LoadAsync(token);

    public async Task OnPostAsync(string token)
    {
        if (await LoadAsync(token) is not var (contact, link)) return;
        var formUrl = $"{Request.Scheme}://{Request.Host}/lettre/inscription";
        await services.GetRequiredService<SubscriptionManager>().ConfirmAsync(contact, link.SubjectId, formUrl);
        IsDone = true;
    }

    private async Task<(Contact Contact, LinkToken Link)?> LoadAsync(string token)
    {
        AssociationName = (await services.GetRequiredService<SubscriptionManager>().GetAssociationAsync()).Name;
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.Confirm);
        if (link is null || link.TenantId != currentTenant.Id) return null;
        var contact = await services.GetRequiredService<IContactRepository>().FindAsync(link.ContactId);
        IsKnown = contact is not null;
        return contact is null ? null : (contact, link);
    }
}
