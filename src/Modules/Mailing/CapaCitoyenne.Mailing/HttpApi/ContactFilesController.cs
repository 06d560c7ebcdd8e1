using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Subscriptions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.HttpApi;

/// <summary>What is kept about one contact, as files.</summary>
[Route("api/mailing/contact/{id:guid}")]
[Authorize(MailingPermissions.Contacts.Export)]
public class ContactFilesController : AbpController
{
    private IStringLocalizer L => Service<IStringLocalizer<MailingResource>>();

    /// <summary>All of it (GDPR article 15): the answer to somebody who asks for their data.</summary>
    [HttpGet("data.json")]
    public async Task<FileContentResult> DataAsync(Guid id, CancellationToken cancellationToken)
    {
        var contact = await Service<IContactRepository>().GetAsync(id, cancellationToken);
        return File(await Service<ContactData>().ToJsonAsync(contact, cancellationToken), "application/json", "contact.json");
    }

    /// <summary>Every consent with its proof: who, what for, when, how, which text was read, until when.</summary>
    [HttpGet("consents.csv")]
    public async Task ConsentsAsync(Guid id, CancellationToken cancellationToken)
    {
        var contact = await Service<IContactRepository>().GetAsync(id, cancellationToken);
        var rows = await Service<IRepository<Consent, Guid>>().GetListAsync(k => k.ContactId == id, cancellationToken);
        await CsvExport.WriteAsync(
            Response, "consents.csv",
            ((string[])["Email", "Purpose", "Method", "Granted", "Withdrawn", "Proof", "TextVersion", "Text"]).Select(n => L["Mailing:Csv:" + n].Value),
            Rows().ToAsyncEnumerable());

        IEnumerable<object?[]> Rows() => rows.OrderBy(k => k.GrantedTime).Select(object?[] (k) =>
        [
            contact.Email, L[$"Enum:ConsentPurpose.{k.Purpose}"].Value, L[$"Enum:ConsentMethod.{k.Method}"].Value, k.GrantedTime, k.WithdrawnTime, k.Proof, k.TextVersion,
            k.TextVersion == SubscriptionManager.FormTextVersion ? L["Mailing:Form:Consent", "…"].Value : null,
        ]);
    }

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
