using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Contacts;

[Authorize(MailingPermissions.Contacts.Default)]
internal sealed class ContactAppService(IContactRepository contacts, IRepository<Consent, Guid> consents, ContactManager manager)
    : MailingAppService, IContactAppService
{
    public async Task<CursorPagedResultDto<ContactDto>> GetListAsync(GetContactsInput input)
    {
        var query = new ContactQuery(input.Filter, input.ListId, input.Status, Cursors.Decode(input.Cursor), input.MaxResultCount + 1);
        var rows = await contacts.GetPageAsync(query);
        var page = rows.Take(input.MaxResultCount).ToList();
        var lists = await contacts.GetListsAsync([.. page.Select(c => c.Id)]);
        return new CursorPagedResultDto<ContactDto>
        {
            Items = [.. page.Select(c => c.ToDto(lists[c.Id]))],
            NextCursor = rows.Count > page.Count ? Cursors.Encode(page[^1].NormalizedEmail) : null,
        };
    }

    public async Task<ContactDto> GetAsync(Guid id) => await ToDtoAsync(await contacts.GetAsync(id));

    [Idempotent]
    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> CreateAsync(CreateContactDto input)
    {
        var contact = await manager.CreateAsync(EmailAddress.Parse(input.Email), ContactSources.Manual);
        contact.SetNames(input.FirstName, input.LastName).SetDetails(input.Language, input.Notes);
        await manager.SetListsAsync(contact, input.ListIds);
        foreach (var consent in input.Consents) await manager.GrantAsync(contact, consent.Purpose, ConsentMethod.Declared, consent.Proof);
        await manager.RefreshStatusAsync(contact);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(contact);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> UpdateAsync(Guid id, UpdateContactDto input)
    {
        var contact = await contacts.GetAsync(id);
        if (input.ConcurrencyStamp is { } stamp) contact.ConcurrencyStamp = stamp;
        contact.SetNames(input.FirstName, input.LastName).SetDetails(input.Language, input.Notes);
        await manager.SetListsAsync(contact, input.ListIds);
        await contacts.UpdateAsync(contact);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(contact);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task DeleteAsync(Guid id) => await manager.EraseAsync(await contacts.GetAsync(id));

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> GrantConsentAsync(Guid id, GrantConsentDto input)
    {
        var contact = await contacts.GetAsync(id);
        await manager.GrantAsync(contact, input.Purpose, ConsentMethod.Declared, input.Proof);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(contact);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> WithdrawConsentAsync(Guid id, WithdrawConsentDto input)
    {
        var contact = await contacts.GetAsync(id);
        await manager.WithdrawAsync(contact, input.Purpose);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(contact);
    }

    private async Task<ContactDto> ToDtoAsync(Contact contact)
    {
        var lists = await contacts.GetListsAsync([contact.Id]);
        return contact.ToDto(lists[contact.Id], await consents.GetListAsync(k => k.ContactId == contact.Id));
    }
}
