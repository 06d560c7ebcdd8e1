using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Measurement;
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

    /// <summary>The contacts that meet a filter; without one, the whole book. The space's own fields come last, a column each.</summary>
    [HttpGet("api/mailing/contact/export")]
    [Authorize(MailingPermissions.Contacts.Export)]
    public async Task ContactsAsync([FromQuery] CountContactsInput input, CancellationToken cancellationToken)
    {
        var filter = await Service<ContactReader>().FilterOfAsync(input, cancellationToken);
        var fields = await Service<IRepository<ContactField, Guid>>().GetListAsync(cancellationToken);
        fields.Sort((a, b) => a.CreationTime.CompareTo(b.CreationTime));
        await CsvExport.WriteAsync(
            Response, "contacts.csv",
            [.. Headers("Email", "FirstName", "LastName", "Language", "Status", "Lists", "Tags", "Consents", "Source", "Created", "Notes"), .. fields.Select(f => f.Label)],
            ReadContactsAsync(filter, [.. fields.Select(f => f.Name)], cancellationToken));
    }

    [HttpGet("api/mailing/campaign/{id:guid}/recipients.csv")]
    [Authorize(MailingPermissions.Contacts.Export)]
    public async Task RecipientsAsync(Guid id, CancellationToken cancellationToken)
    {
        // Somebody else's campaign is not found, before the first byte.
        await HttpContext.RequestServices.GetRequiredService<ICampaignRepository>().GetAsync(id, cancellationToken);
        await CsvExport.WriteAsync(Response, "recipients.csv", Headers("Email", "FirstName", "LastName", "State", "Explanation", "Reason", "LastChange"), ReadRecipientsAsync(id, cancellationToken));
    }

    /// <summary>Readings and clicks of who agreed to be counted; a number below five is an empty cell.</summary>
    [HttpGet("api/mailing/campaign/{id:guid}/measurement.csv")]
    [Authorize(MailingPermissions.Campaigns.Default)]
    public async Task MeasurementAsync(Guid id, CancellationToken cancellationToken)
    {
        await Service<ICampaignRepository>().GetAsync(id, cancellationToken);
        var measurement = await Service<LetterMeasurements>().FindAsync(id, cancellationToken) ?? new LetterMeasurementDto();
        List<object?[]> rows =
        [
            [L["Mailing:Measure:People"].Value, measurement.People],
            [L["Mailing:Measure:Readings"].Value, measurement.Readings],
            .. measurement.Links.Select(object?[] (link) => [link.Url, link.Clicks]),
        ];
        await CsvExport.WriteAsync(Response, "measurement.csv", Headers("What", "Count"), rows.ToAsyncEnumerable());
    }

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    private IEnumerable<string> Headers(params string[] names) => names.Select(n => L["Mailing:Csv:" + n].Value);

    private async IAsyncEnumerable<object?[]> ReadContactsAsync(
        ContactFilter filter, IReadOnlyList<string> fields, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var contacts = Service<IContactRepository>();
        var consents = Service<IRepository<Consent, Guid>>();
        string? after = null;
        while (true)
        {
            var rows = await contacts.GetPageAsync(new ContactQuery(filter, ContactSort.Email, ContactCursor.After(after), PageSize), cancellationToken);
            var ids = rows.Select(c => c.Id).ToList();
            var page = await Service<ContactReader>().ReadAsync(
                rows, await consents.GetListAsync(k => ids.Contains(k.ContactId) && k.WithdrawnTime == null, cancellationToken), cancellationToken);
            foreach (var c in page)
            {
                yield return
                [
                    c.Email, c.FirstName, c.LastName, c.Language, L[$"Enum:ContactStatus.{c.Status}"].Value, string.Join(", ", c.Lists.Select(l => l.Name)),
                    string.Join(", ", c.Tags.Select(t => t.Name)), string.Join(", ", c.Consents.Select(k => L[$"Enum:ConsentPurpose.{k.Purpose}"].Value)),
                    c.Source, c.CreationTime, c.Notes, .. fields.Select(f => c.Fields.GetValueOrDefault(f)),
                ];
            }

            if (page.Count < PageSize) yield break;
            after = rows[^1].NormalizedEmail;
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
