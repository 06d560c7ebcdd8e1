using System.Globalization;
using System.Text.Json;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Sites.Documents;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>All that a space keeps about one person (GDPR articles 15 and 20), for the person and for the association alike.</summary>
internal sealed class ContactData(
    IContactRepository contacts, IContactHistoryRepository history, IRepository<Consent, Guid> consents, ContactReader reader, IStringLocalizer<MailingResource> localizer)
    : ITransientDependency
{
    private const int MaxEvents = 5000;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        // A file to be read, never part of a page.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<byte[]> ToJsonAsync(Contact contact, CancellationToken cancellationToken = default)
    {
        var dto = (await reader.ReadAsync([contact], await consents.GetListAsync(k => k.ContactId == contact.Id, cancellationToken), cancellationToken))[0];
        dto.ConcurrencyStamp = null;
        return JsonSerializer.SerializeToUtf8Bytes(new { Contact = dto, History = await GetHistoryAsync(contact.Id, cancellationToken) }, Readable);
    }

    /// <summary>One line a fact: what, its value, since when.</summary>
    public async Task<IEnumerable<object?[]>> ToRowsAsync(Contact contact, CancellationToken cancellationToken = default)
    {
        var dto = (await reader.ReadAsync([contact], cancellationToken: cancellationToken))[0];
        List<object?[]> rows =
        [
            [localizer["Mailing:Csv:Email"].Value, dto.Email, dto.CreationTime],
            [localizer["Mailing:Csv:FirstName"].Value, dto.FirstName, null],
            [localizer["Mailing:Csv:LastName"].Value, dto.LastName, null],
            [localizer["Mailing:Csv:Language"].Value, dto.Language, null],
            [localizer["Mailing:Csv:Status"].Value, localizer[$"Enum:ContactStatus.{dto.Status}"].Value, null],
            [localizer["Mailing:Csv:Notes"].Value, dto.Notes, null],
            [localizer["Mailing:Csv:PausedUntil"].Value, dto.PausedUntil is { } until ? SiteDay.Of(until).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null, null],
            .. dto.Tags.Select(object?[] (t) => [localizer["Mailing:Csv:Tags"].Value, t.Name, null]),
            .. dto.Fields.Select(object?[] (f) => [f.Key, f.Value, null]),
        ];
        foreach (var e in await GetHistoryAsync(contact.Id, cancellationToken))
        {
            var what = e.Purpose is null ? e.Name : localizer[$"Enum:ConsentPurpose.{e.Purpose}"].Value;
            var state = e.State is null ? "" : $" ({localizer[$"Enum:DeliveryState.{e.State}"].Value})";
            rows.Add([localizer[$"Enum:ContactEventKind.{e.Kind}"].Value, what + state, e.Time]);
        }

        return rows.Where(r => r[1] is not (null or ""));
    }

    private async Task<List<ContactEventDto>> GetHistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await history.GetPageAsync(await contacts.GetLedgerIdsAsync(id, cancellationToken), null, MaxEvents, cancellationToken);
        return [.. rows.Select(e => e.ToDto(localizer))];
    }
}
