using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Measurement;
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

    /// <summary>One of ours, but too old.</summary>
    public bool IsExpired { get; private set; }

    /// <summary>The space counts readings of who agrees: the question is asked here, apart, by whoever holds the mailbox.</summary>
    public bool AsksToMeasure { get; private set; }

    public async Task OnGetAsync(string token)
    {
        await LoadAsync(token);
        AsksToMeasure = await services.GetRequiredService<MeasurementConsent>().IsAskedAsync();
    }

    /// <param name="token">The signed link.</param>
    /// <param name="measure"><c>yes</c>, or nothing.</param>
    /// <param name="from">The page of the form, where it is not our own; see <see cref="FormOrigin"/>.</param>
    public Task OnPostAsync(string token, string? measure, string? from)
        => services.GetRequiredService<PersonalDecisions>().RunAsync(() => ConfirmAsync(token, measure, from));

    private async Task ConfirmAsync(string token, string? measure, string? from)
    {
        if (await LoadAsync(token) is not var (contact, link)) return;
        var formUrl = FormOrigin.Of(from) ?? $"{Request.Scheme}://{Request.Host}/lettre/inscription";
        await services.GetRequiredService<SubscriptionManager>().ConfirmAsync(contact, link.SubjectId, formUrl);
        if (measure == "yes") await services.GetRequiredService<MeasurementConsent>().GrantAsync(contact, ConsentMethod.FormConfirmed, $"{Request.Scheme}://{Request.Host}/lettre/confirmer");
        IsDone = true;
    }

    private async Task<(Contact Contact, LinkToken Link)?> LoadAsync(string token)
    {
        AssociationName = (await services.GetRequiredService<SubscriptionManager>().GetAssociationAsync()).Name;
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.Confirm);
        if (link is null || link.TenantId != currentTenant.Id) return null;
        var contact = await services.GetRequiredService<IContactRepository>().FindByLinkAsync(link.ContactId);
        // An address that was never confirmed is forgotten when its link is too old.
        IsKnown = contact is not null && await services.GetRequiredService<SubscriptionManager>().MayConfirmAsync(contact);
        IsExpired = !IsKnown;
        return IsKnown ? (contact!, link) : null;
    }
}
