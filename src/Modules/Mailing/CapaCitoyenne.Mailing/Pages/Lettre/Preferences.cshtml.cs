using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.HttpApi;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>
/// What a person decides about themselves, behind the signed link of a letter: purposes, lists, a pause, names, language, a copy of their data, erasure in
/// two steps. No account, no script, no end to the link.
/// </summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(AnonymousRateLimits.Write)]
public class PreferencesModel(IServiceProvider services, ICurrentTenant currentTenant) : PageModel
{
    public string AssociationName { get; private set; } = "";

    /// <summary>The link is one of ours.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Null when the person is not in the book any more.</summary>
    public string? Email { get; private set; }

    public string? FirstName { get; private set; }

    public string? LastName { get; private set; }

    public string? Language { get; private set; }

    /// <summary>
    /// What was just asked for: <c>choices</c>, <c>pause</c>, <c>resume</c>, <c>person</c>, <c>measure</c>, <c>unmeasure</c>, <c>erase</c> (the question),
    /// <c>erased</c>.
    /// </summary>
    public string? Done { get; private set; }

    /// <summary>UTC; null when the person gets their letters.</summary>
    public DateTime? PausedUntil { get; private set; }

    public IReadOnlyList<PurposeChoice> Purposes { get; private set; } = [];

    public IReadOnlyList<ListChoice> Lists { get; private set; } = [];

    /// <summary>Since when their readings may be counted (UTC); null = they may not.</summary>
    public DateTime? MeasuredSince { get; private set; }

    /// <summary>The space counts, or the person once agreed: only then is there something to decide.</summary>
    public bool AsksToMeasure { get; private set; }

    private SubscriptionManager Subscriptions => services.GetRequiredService<SubscriptionManager>();

    public async Task OnGetAsync(string token)
    {
        if (await LoadAsync(token) is { } contact) await ShowAsync(contact);
    }

    /// <summary>The person's own copy of all that is kept about them.</summary>
    public async Task<IActionResult> OnGetDataAsync(string token, string? format)
    {
        if (await LoadAsync(token) is not { } contact) return NotFound();
        var data = services.GetRequiredService<ContactData>();
        Response.Headers.CacheControl = "no-store";
        if (format != "csv") return File(await data.ToJsonAsync(contact), "application/json", "mes-donnees.json");
        var localizer = services.GetRequiredService<IStringLocalizer<MailingResource>>();
        var rows = await data.ToRowsAsync(contact);
        await CsvExport.WriteAsync(Response, "mes-donnees.csv", ((string[])["What", "Value", "When"]).Select(n => localizer["Mailing:Csv:" + n].Value), rows.ToAsyncEnumerable());
        return new EmptyResult();
    }

    public async Task OnPostAsync(string token)
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync() : null;
        await services.GetRequiredService<PersonalDecisions>().RunAsync(() => DecideAsync(token, form));
    }

    private async Task DecideAsync(string token, IFormCollection? form)
    {
        if (await LoadAsync(token) is not { } contact) return;
        Done = form?["do"];
        switch (Done)
        {
            case "choices":
                await Subscriptions.ChoosePurposesAsync(contact, [.. form!["purpose"].Select(v => Enum.TryParse<ConsentPurpose>(v, out var one) ? one : ConsentPurpose.Statutory)]);
                await Subscriptions.ChooseListsAsync(contact, [.. form["list"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)]);
                break;
            case "pause" or "resume":
                Subscriptions.ChoosePause(contact, Done == "pause" && int.TryParse(form!["months"], out var months) ? months : 0);
                break;
            case "person":
                contact.SetNames(form!["firstName"], form["lastName"]).SetDetails(form["language"] == "en" ? "en" : "fr", contact.Notes);
                break;
            case "measure" when form!["measure"] == "yes":
                await services.GetRequiredService<MeasurementConsent>().GrantAsync(contact, ConsentMethod.Preferences, $"{Request.Scheme}://{Request.Host}/lettre/preferences");
                break;
            case "unmeasure":
                await services.GetRequiredService<MeasurementConsent>().WithdrawAsync(contact);
                break;
            case "erased":
                await services.GetRequiredService<ContactManager>().EraseAsync(contact, byPerson: true);
                break;
        }

        await services.GetRequiredService<IUnitOfWorkManager>().Current!.SaveChangesAsync();
        if (Done != "erased") await ShowAsync(contact);
    }

    private async Task<Contact?> LoadAsync(string token)
    {
        AssociationName = (await Subscriptions.GetAssociationAsync()).Name;
        var link = await services.GetRequiredService<SubscriptionLinks>().ReadAsync(token, LinkPurpose.Unsubscribe);
        IsKnown = link is not null && link.TenantId == currentTenant.Id;
        if (!IsKnown) Response.StatusCode = 404;
        return IsKnown ? await services.GetRequiredService<IContactRepository>().FindByLinkAsync(link!.ContactId) : null;
    }

    private async Task ShowAsync(Contact contact)
    {
        Email = contact.Email;
        FirstName = contact.FirstName;
        LastName = contact.LastName;
        Language = contact.Language;
        PausedUntil = contact.IsPausedAt(services.GetRequiredService<IClock>().Now) ? contact.PausedUntil : null;
        Purposes = [.. (await Subscriptions.GetPurposesAsync(contact)).Select(c => new PurposeChoice(c.Purpose, c.IsIn))];
        var measurement = services.GetRequiredService<MeasurementConsent>();
        MeasuredSince = await measurement.FindSinceAsync(contact);
        AsksToMeasure = MeasuredSince is not null || await measurement.IsAskedAsync();
        Lists = [.. (await Subscriptions.GetChoicesAsync(contact)).Select(c => new ListChoice(c.List.Id, c.List.Name, c.IsIn))];
    }
}

/// <summary>A purpose that the person may agree to.</summary>
public sealed record PurposeChoice(ConsentPurpose Purpose, bool IsIn);
