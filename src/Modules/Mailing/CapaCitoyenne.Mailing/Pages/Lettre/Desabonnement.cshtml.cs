using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>
/// Unsubscription and preferences behind the signed link of a letter. RFC 8058: a POST without cookie or token of ours unsubscribes
/// and answers 200, however often; a GET never does. The link does not expire.
/// </summary>
[IgnoreAntiforgeryToken]
public class DesabonnementModel(IServiceProvider services, ICurrentTenant currentTenant, IStringLocalizer<MailingResource> localizer) : PageModel
{
    public string AssociationName { get; private set; } = "";

    /// <summary>The link is one of ours.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Null when the person is not in the book any more, and for the links of previews.</summary>
    public string? Email { get; private set; }

    /// <summary>What was just done: <c>unsubscribe</c>, <c>resubscribe</c>, <c>lists</c>, <c>erase</c>.</summary>
    public string? Done { get; private set; }

    public IReadOnlyList<ListChoice> Choices { get; private set; } = [];

    public IReadOnlyList<string> Data { get; private set; } = [];

    private SubscriptionManager Subscriptions => services.GetRequiredService<SubscriptionManager>();

    public async Task OnGetAsync(string token)
    {
        var (contact, _) = await LoadAsync(token);
        if (contact is not null) await ShowAsync(contact);
    }

    public async Task OnPostAsync(string token)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync() : null;
        var (contact, link) = await LoadAsync(token);
        if (link is null)
        {
            Response.StatusCode = 404;
            return;
        }

        // A mail program sends List-Unsubscribe=One-Click, a person presses a button; anything else means the same.
        Done = form?["do"].ToString() is { Length: > 0 } wish && !form.ContainsKey("List-Unsubscribe") ? wish : "unsubscribe";
        if (contact is null) return;
        await DoAsync(contact, link, [.. (form?["list"].ToArray() ?? []).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)]);
        await services.GetRequiredService<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        if (Done != "erase") await ShowAsync(contact);
    }

    private async Task DoAsync(Contact contact, LinkToken link, IReadOnlyCollection<Guid> lists)
    {
        switch (Done)
        {
            case "resubscribe":
                await Subscriptions.ResubscribeAsync(contact, link.SubjectId);
                break;
            case "lists":
                await Subscriptions.ChooseListsAsync(contact, lists);
                break;
            case "erase":
                await services.GetRequiredService<ContactManager>().EraseAsync(contact);
                break;
            default:
                Done = "unsubscribe";
                await Subscriptions.UnsubscribeAsync(contact, link.SubjectId);
                break;
        }
    }

    private async Task<(Contact? Contact, LinkToken? Link)> LoadAsync(string token)
    {
        AssociationName = (await Subscriptions.GetAssociationAsync()).Name;
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.Unsubscribe);
        IsKnown = link is not null && link.TenantId == currentTenant.Id;
        if (!IsKnown) return (null, null);
        return (await services.GetRequiredService<IContactRepository>().FindAsync(link!.ContactId), link);
    }

    private async Task ShowAsync(Contact contact)
    {
        Email = contact.Email;
        Choices = [.. (await Subscriptions.GetChoicesAsync(contact)).Select(c => new ListChoice(c.List.Id, c.List.Name, c.IsIn))];
        var consents = await services.GetRequiredService<IRepository<Consent, Guid>>().GetListAsync(k => k.ContactId == contact.Id);
        Data =
        [
            contact.Email,
            .. new[] { $"{contact.FirstName} {contact.LastName}".Trim() }.Where(n => n.Length > 0),
            .. consents.OrderBy(k => k.GrantedTime).Select(k => $"{localizer[$"Enum:ConsentPurpose.{k.Purpose}"]} : {k.GrantedTime:d}{(k.WithdrawnTime is { } left ? $" → {left:d}" : "")}"),
        ];
    }
}

/// <summary>A list that the person may be in.</summary>
public sealed record ListChoice(Guid Id, string Name, bool IsIn);
