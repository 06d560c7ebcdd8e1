using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Results;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>The address book and the ledger as files, streamed page by page.</summary>
public class MailingExportController : AbpController
{
    private const int PageSize = 1000;

    private IStringLocalizer L => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<MailingResource>>();

    [HttpGet("api/mailing/contact/export")]
    [Authorize(MailingPermissions.Contacts.Export)]
    public Task ContactsAsync(CancellationToken cancellationToken) => CsvExport.WriteAsync(
        Response, "contacts.csv",
        Headers("Email", "FirstName", "LastName", "Language", "Status", "Lists", "Consents", "Source", "Created", "Notes"),
        ReadContactsAsync(cancellationToken));

    [HttpGet("api/mailing/campaign/{id:guid}/recipients.csv")]
    [Authorize(MailingPermissions.Campaigns.Default)]
    public async Task RecipientsAsync(Guid id, CancellationToken cancellationToken)
    {
        // Somebody else's campaign is not found, before the first byte.
        await HttpContext.RequestServices.GetRequiredService<ICampaignRepository>().GetAsync(id, cancellationToken);
        await CsvExport.WriteAsync(Response, "recipients.csv", Headers("Email", "FirstName", "LastName", "State", "Explanation", "Reason", "LastChange"), ReadRecipientsAsync(id, cancellationToken));
    }

    private IEnumerable<string> Headers(params string[] names) => names.Select(n => L["Mailing:Csv:" + n].Value);

    private async IAsyncEnumerable<object?[]> ReadContactsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var contacts = HttpContext.RequestServices.GetRequiredService<IContactRepository>();
        var consents = HttpContext.RequestServices.GetRequiredService<IRepository<Consent, Guid>>();
        string? after = null;
        while (true)
        {
            var page = await contacts.GetPageAsync(new ContactQuery(null, null, null, after, PageSize), cancellationToken);
            var ids = page.Select(c => c.Id).ToList();
            var lists = await contacts.GetListsAsync(ids, cancellationToken);
            var active = (await consents.GetListAsync(k => ids.Contains(k.ContactId) && k.WithdrawnTime == null, cancellationToken)).ToLookup(k => k.ContactId);
            foreach (var c in page)
            {
                yield return
                [
                    c.Email, c.FirstName, c.LastName, c.Language, L[$"Enum:ContactStatus.{c.Status}"].Value, string.Join(", ", lists[c.Id].Select(l => l.Name)),
                    string.Join(", ", active[c.Id].Select(k => L[$"Enum:ConsentPurpose.{k.Purpose}"].Value)), c.Source, c.CreationTime, c.Notes,
                ];
            }

            if (page.Count < PageSize) yield break;
            after = page[^1].NormalizedEmail;
        }
    }

    private async IAsyncEnumerable<object?[]> ReadRecipientsAsync(
        Guid id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var results = HttpContext.RequestServices.GetRequiredService<IResultRepository>();
        string? after = null;
        while (true)
        {
            var page = await results.GetPageAsync(new LedgerQuery(id, States: null, Filter: null, after, PageSize), cancellationToken);
            foreach (var line in page)
            {
                var row = line.ToDto(L);
                yield return [row.Email, line.FirstName, line.LastName, L[$"Enum:DeliveryState.{row.State}"].Value, row.Explanation, row.Reason, row.LastChangeTime];
            }

            if (page.Count < PageSize) yield break;
            after = page[^1].Email;
        }
    }
}
