using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Paging;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Contacts;

[Authorize(MailingPermissions.Contacts.Default)]
internal sealed class ContactAppService(
    IContactRepository contacts, IContactDetailRepository details, IRepository<Consent, Guid> consents, IRepository<MailingList, Guid> lists,
    ContactManager manager, FieldValueManager values, TagManager tags, ContactReader reader, SubscriptionManager subscriptions,
    IAssociationIntegrationService associations, TestLetterLimit limit)
    : MailingAppService, IContactAppService
{
    public async Task<CursorPagedResultDto<ContactDto>> GetListAsync(GetContactsInput input)
    {
        var query = new ContactQuery(await reader.FilterOfAsync(input), input.Sort, ContactCursor.Decode(input.Cursor), input.MaxResultCount + 1);
        var rows = await contacts.GetPageAsync(query);
        var page = rows.Take(input.MaxResultCount).ToList();
        return new CursorPagedResultDto<ContactDto>
        {
            Items = await reader.ReadAsync(page),
            NextCursor = rows.Count > page.Count ? ContactCursor.Encode(page[^1], input.Sort) : null,
        };
    }

    public async Task<ContactCountDto> GetCountAsync(CountContactsInput input) => await contacts.CountAsync(await reader.FilterOfAsync(input));

    public async Task<ContactDto> GetAsync(Guid id) => await ToDtoAsync(await contacts.GetAsync(id));

    [Idempotent]
    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> CreateAsync(CreateContactDto input)
    {
        var contact = await manager.CreateAsync(EmailAddress.Parse(input.Email), ContactSources.Manual);
        contact.SetNames(input.FirstName, input.LastName).SetDetails(input.Language, input.Notes);
        await manager.SetListsAsync(contact, input.ListIds);
        if (input.Tags is { } words) await tags.SetAsync(contact.Id, words);
        if (input.Fields is { } given) await values.SetAsync(contact.Id, given);
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
        if (input.Tags is { } words) await tags.SetAsync(contact.Id, words);
        if (input.Fields is { } given) await values.SetAsync(contact.Id, given);
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
    public async Task AskToConfirmAsync(Guid id)
    {
        var contact = await contacts.GetAsync(id);
        if (!await associations.IsConfirmedAsync(CurrentTenant.Id!.Value)) throw new BusinessException(MailingErrorCodes.AssociationNotConfirmed);
        if (await contacts.IsSuppressedAsync(contact.EmailKey)) throw new BusinessException(MailingErrorCodes.ContactSuppressed);
        limit.Take(CurrentTenant.Id!.Value);
        if (!await subscriptions.AskAsync(contact)) throw new BusinessException(MailingErrorCodes.ConfirmationTooSoon);
        await contacts.UpdateAsync(contact);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactDto> WithdrawConsentAsync(Guid id, WithdrawConsentDto input)
    {
        var contact = await contacts.GetAsync(id);
        await manager.WithdrawAsync(contact, input.Purpose);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(contact);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ApplyToContactsResultDto> ApplyAsync(ApplyToContactsDto input)
    {
        var filter = input.ContactIds.Count > 0 ? new ContactFilter { Ids = input.ContactIds } : await reader.FilterOfAsync(input);
        var target = await TargetOfAsync(input);
        List<Guid> changing = input.ContactIds.Count > 0 ? await details.FindChangingAsync(filter, input.Action, target) : [];
        return new ApplyToContactsResultDto(await details.ApplyAsync(filter, input.Action, target), changing);
    }

    private async Task<Guid> TargetOfAsync(ApplyToContactsDto input)
    {
        if (input.Action is ContactAction.AddToList or ContactAction.RemoveFromList)
            return (await lists.GetAsync(input.TargetListId ?? throw new BusinessException(MailingErrorCodes.ListRequired))).Id;
        if (string.IsNullOrWhiteSpace(input.Tag)) throw new BusinessException(MailingErrorCodes.TagRequired);
        return (await tags.GetOrCreateAsync([input.Tag]))[0].Id;
    }

    private async Task<ContactDto> ToDtoAsync(Contact contact)
        => (await reader.ReadAsync([contact], await consents.GetListAsync(k => k.ContactId == contact.Id)))[0];
}
