using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Integration;

/// <summary>The exercise « bring somebody into the address book, and say where the agreement comes from ».</summary>
internal sealed class ContactsImportedTaskCheck(
    IRepository<Contact, Guid> contacts, IRepository<Consent, Guid> consents, IStringLocalizer<MailingResource> localizer) : ITaskCheck
{
    public string Name => TaskNames.ContactsImported;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        if (await consents.AnyAsync(k => k.WithdrawnTime == null && (k.Method == ConsentMethod.Imported || k.Method == ConsentMethod.Declared)))
            return new TaskCheckResult(true, []);
        var key = await contacts.AnyAsync(c => c.Id != Guid.Empty) ? "Mailing:Check:NoConsent" : "Mailing:Check:NoContact";
        return new TaskCheckResult(false, [new TaskCheckFinding(localizer[key], "carnet")]);
    }
}
