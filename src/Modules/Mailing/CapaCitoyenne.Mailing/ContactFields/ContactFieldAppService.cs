using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Segments;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.ContactFields;

[Authorize(MailingPermissions.Lists.Default)]
internal sealed class ContactFieldAppService(IRepository<ContactField, Guid> fields, SegmentManager segments) : MailingAppService, IContactFieldAppService
{
    public async Task<ListResultDto<ContactFieldDto>> GetListAsync()
        => new([.. (await fields.GetListAsync()).OrderBy(f => f.CreationTime).ThenBy(f => f.Id).Select(f => f.ToDto())]);

    [Idempotent]
    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactFieldDto> CreateAsync(CreateContactFieldDto input)
    {
        var all = await fields.GetListAsync();
        if (all.Count >= ContactFieldConsts.MaxFields) throw new BusinessException(MailingErrorCodes.FieldTooMany).WithData("Max", ContactFieldConsts.MaxFields);
        var name = ContactField.NameFrom(input.Label);
        if (all.Exists(f => f.Name == name) || PersonalFields.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new BusinessException(MailingErrorCodes.FieldLabelTaken).WithData("Label", input.Label.Trim());
        var field = new ContactField(GuidGenerator.Create(), name, input.Label, input.Type, input.Choices);
        return (await fields.InsertAsync(field, autoSave: true)).ToDto();
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<ContactFieldDto> UpdateAsync(Guid id, UpdateContactFieldDto input)
    {
        var field = await fields.GetAsync(id);
        if (input.ConcurrencyStamp is { } stamp) field.ConcurrencyStamp = stamp;
        field.Describe(input.Label, input.Choices);
        return (await fields.UpdateAsync(field, autoSave: true)).ToDto();
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task DeleteAsync(Guid id)
    {
        await segments.EnsureUnusedAsync(id);
        await fields.DeleteAsync(id);
    }
}

internal static class ContactFieldMapper
{
    public static ContactFieldDto ToDto(this ContactField field) => new()
    {
        Id = field.Id,
        Name = field.Name,
        Label = field.Label,
        Type = field.Type,
        Choices = [.. field.Choices],
        ConcurrencyStamp = field.ConcurrencyStamp,
    };
}
