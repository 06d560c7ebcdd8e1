using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Results;

[Authorize(MailingPermissions.Contacts.Manage)]
internal sealed class AddressCorrectionAppService(
    IContactRepository contacts, IRepository<Consent, Guid> consents, IRepository<Suppression, Guid> suppressions, IContactDetailRepository details,
    IResultRepository results, ContactManager manager, FieldValueManager values, TagManager tags, ContactReader reader) : MailingAppService, IAddressCorrectionAppService
{
    public async Task<ContactDto> CreateAsync(CreateAddressCorrectionDto input)
    {
        var old = await contacts.GetAsync(input.ContactId);
        // A person who said no does not come back under another address.
        if (await suppressions.AnyAsync(s => s.EmailKey == old.EmailKey && s.Reason != SuppressionReason.HardBounce)) throw new BusinessException(MailingErrorCodes.ContactSuppressed);
        if (!await suppressions.AnyAsync(s => s.EmailKey == old.EmailKey) && !await results.HasFailedAsync(old.Id)) throw new BusinessException(MailingErrorCodes.AddressNotDead);

        var contact = await manager.CreateAsync(EmailAddress.Parse(input.Email), ContactSources.Manual);
        contact.SetNames(old.FirstName, old.LastName).SetDetails(old.Language, old.Notes);
        var lists = await contacts.GetListsAsync([old.Id]);
        await manager.SetListsAsync(contact, [.. lists[old.Id].Select(l => l.Id)]);
        await tags.SetAsync(contact.Id, (await details.GetTagsAsync([old.Id]))[old.Id].Select(tag => tag.Name));
        await values.SetAsync(contact.Id, (await details.GetFieldsAsync([old.Id]))[old.Id].ToDictionary(field => field.Name, string? (field) => field.Value));
        var given = await consents.GetListAsync(k => k.ContactId == old.Id && k.WithdrawnTime == null && k.Purpose != ConsentPurpose.Measurement);
        await manager.KeepRefusalsAsync(old, contact);
        foreach (var consent in given) await manager.GrantAsync(contact, consent.Purpose, ConsentMethod.Declared, Proof(old, consent));
        await manager.RefreshStatusAsync(contact);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return (await reader.ReadAsync([contact], await consents.GetListAsync(k => k.ContactId == contact.Id)))[0];
    }

    private string Proof(Contact old, Consent consent)
    {
        string proof = L["Mailing:Correction:Proof", old.Email, consent.GrantedTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), consent.Proof ?? ""];
        return proof[..Math.Min(proof.Length, ContactConsts.MaxProofLength)];
    }
}
