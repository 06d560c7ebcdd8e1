using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Results;

[Authorize(MailingPermissions.Contacts.Manage)]
internal sealed class AddressCorrectionAppService(
    IContactRepository contacts, IRepository<Consent, Guid> consents, IRepository<Suppression, Guid> suppressions, IResultRepository results, ContactManager manager)
    : MailingAppService, IAddressCorrectionAppService
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
        var given = await consents.GetListAsync(k => k.ContactId == old.Id && k.WithdrawnTime == null);
        foreach (var consent in given) await manager.GrantAsync(contact, consent.Purpose, ConsentMethod.Declared, Proof(old, consent));
        await manager.RefreshStatusAsync(contact);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return contact.ToDto(lists[old.Id], await consents.GetListAsync(k => k.ContactId == contact.Id));
    }

    private string Proof(Contact old, Consent consent)
    {
        string proof = L["Mailing:Correction:Proof", old.Email, consent.GrantedTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), consent.Proof ?? ""];
        return proof[..Math.Min(proof.Length, ContactConsts.MaxProofLength)];
    }
}
