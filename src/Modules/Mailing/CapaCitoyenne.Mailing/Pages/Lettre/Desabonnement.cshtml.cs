using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>
/// Unsubscription behind the signed link of a letter. RFC 8058: a POST without cookie or token of ours unsubscribes
/// and answers 200, however often; a GET never does. The link does not expire.
/// </summary>
[IgnoreAntiforgeryToken]
public class DesabonnementModel(IServiceProvider services, ICurrentTenant currentTenant) : PageModel
{
    public string AssociationName { get; private set; } = "";

    /// <summary>The link is one of ours.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Null when the person is not in the book any more, and for the links of previews.</summary>
    public string? Email { get; private set; }

    /// <summary>What was just done: <c>unsubscribe</c>, <c>unsubscribe-all</c>, <c>resubscribe</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>The one thing that was left; null = all.</summary>
    public ConsentPurpose? Left { get; private set; }

    /// <summary>What the person still receives.</summary>
    public IReadOnlyList<ConsentPurpose> Kept { get; private set; } = [];

    private SubscriptionManager Subscriptions => services.GetRequiredService<SubscriptionManager>();

    public async Task OnGetAsync(string token)
    {
        var (contact, _) = await LoadAsync(token);
        Email = contact?.Email;
    }

    public async Task OnPostAsync(string token)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync() : null;
        await services.GetRequiredService<PersonalDecisions>().RunAsync(() => DecideAsync(token, form));
    }

    private async Task DecideAsync(string token, IFormCollection? form)
    {
        var (contact, link) = await LoadAsync(token);
        if (link is null)
        {
            Response.StatusCode = 404;
            return;
        }

        // A mail program sends List-Unsubscribe=One-Click, a person presses a button; anything else means the same.
        Done = form?["do"].ToString() is { Length: > 0 } wish && !form.ContainsKey("List-Unsubscribe") ? wish : "unsubscribe";
        if (contact is null) return;
        if (Done == "resubscribe") await Subscriptions.ResubscribeAsync(contact, link.SubjectId);
        else if (Done == "unsubscribe-all") await Subscriptions.UnsubscribeFromAllAsync(contact);
        else
        {
            Done = "unsubscribe";
            Left = await Subscriptions.UnsubscribeAsync(contact, link.SubjectId);
        }

        await services.GetRequiredService<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        Email = contact.Email;
        Kept = [.. (await Subscriptions.GetPurposesAsync(contact)).Where(choice => choice.IsIn).Select(choice => choice.Purpose)];
    }

    private async Task<(Contact? Contact, LinkToken? Link)> LoadAsync(string token)
    {
        AssociationName = (await Subscriptions.GetAssociationAsync()).Name;
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.Unsubscribe);
        IsKnown = link is not null && link.TenantId == currentTenant.Id;
        if (!IsKnown) return (null, null);
        return (await services.GetRequiredService<IContactRepository>().FindByLinkAsync(link!.ContactId), link);
    }
}

/// <summary>A list that the person may be in.</summary>
public sealed record ListChoice(Guid Id, string Name, bool IsIn);
