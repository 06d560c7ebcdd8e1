using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Permissions;
using CapaCitoyenne.Sites.Sites;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Sites.Forms;

[Authorize(SitesPermissions.Forms.Default)]
internal sealed class FormAppService(
    IFormRepository forms, IFormSubmissionRepository submissions, IMembershipIntegrationService memberships, FormTemplates templates, FormHtml html, SiteManager siteManager)
    : SitesAppService, IFormAppService
{
    public async Task<ListResultDto<FormListItemDto>> GetListAsync()
    {
        var counts = (await submissions.CountByFormAsync()).ToDictionary(count => count.FormId);
        return new([.. (await forms.GetListAsync()).OrderBy(form => form.Name, StringComparer.CurrentCultureIgnoreCase).Select(form => new FormListItemDto
        {
            Id = form.Id, Name = form.Name, Urn = Urn.Of(Form.UrnScheme, form.Id), IsOpen = form.IsOpen, Total = counts.GetValueOrDefault(form.Id)?.Total ?? 0,
            Waiting = counts.GetValueOrDefault(form.Id)?.Waiting ?? 0, LastReceivedTime = counts.GetValueOrDefault(form.Id)?.LastReceivedTime,
        })]);
    }

    public async Task<FormDto> GetAsync(Guid id) => ToDto(await forms.GetAsync(id));

    [Authorize(SitesPermissions.Forms.Edit)]
    public async Task<FormDto> CreateAsync(CreateFormInput input)
    {
        if (await forms.GetCountAsync() >= FormConsts.MaxForms) throw new BusinessException(SitesErrorCodes.TooManyForms).WithData("Max", FormConsts.MaxForms);
        var form = templates.Create(input.Template, GuidGenerator.Create(), CurrentTenant.Id!.Value);
        if (CurrentUser.Id is { } maker) form.SetRecipients([maker]);
        await forms.InsertAsync(form);
        // The privacy page lists it from now on.
        await siteManager.ContentChangedAsync();
        return ToDto(form);
    }

    [Authorize(SitesPermissions.Forms.Edit)]
    public async Task<FormDto> UpdateAsync(Guid id, UpdateFormInput input)
    {
        var form = await forms.GetAsync(id);
        form.ConcurrencyStamp = input.ConcurrencyStamp ?? form.ConcurrencyStamp;
        form.Describe(input.Name, input.Purpose, input.RetentionMonths, input.SuccessMessage);
        form.Open(input.IsOpen);
        form.Ask([.. input.Fields.Select(ToField)]);
        await SetRecipientsAsync(form, input.RecipientIds);
        await forms.UpdateAsync(form, autoSave: true);
        await siteManager.ContentChangedAsync();
        return ToDto(form);
    }

    [Authorize(SitesPermissions.Forms.Edit)]
    public async Task DeleteAsync(Guid id)
    {
        var form = await forms.GetAsync(id);
        await submissions.DeleteOfFormAsync(form.Id);
        await forms.DeleteAsync(form);
        await siteManager.ContentChangedAsync();
    }

    [Authorize(SitesPermissions.Forms.Edit)]
    public async Task<ListResultDto<FormRecipientDto>> GetRecipientsAsync()
        => new((await memberships.GetMembersAsync()).ConvertAll(member => new FormRecipientDto { UserId = member.UserId, Name = member.Name }));

    private async Task SetRecipientsAsync(Form form, IReadOnlyList<Guid> userIds)
    {
        // Who left since may stay named: they are told nothing.
        var added = userIds.Except(form.RecipientIds).Distinct().ToArray();
        if (added.Length > 0 && (await memberships.GetMembersAsync(added)).Count != added.Length) throw new BusinessException(SitesErrorCodes.FormRecipientUnknown);
        form.SetRecipients(userIds);
    }

    private FormDto ToDto(Form form) => new()
    {
        Id = form.Id, Name = form.Name, Urn = Urn.Of(Form.UrnScheme, form.Id), IsOpen = form.IsOpen, Purpose = form.Purpose, RetentionMonths = form.RetentionMonths,
        SuccessMessage = form.SuccessMessage, RecipientIds = form.RecipientIds, PrivacySentence = html.Privacy(form), ConcurrencyStamp = form.ConcurrencyStamp,
        Fields = [.. form.Fields.Select(field => new FormFieldDto
        {
            Id = field.Id, Kind = field.Kind, Label = field.Label, Help = field.Help, IsRequired = field.IsRequired, Options = field.Options,
        })],
    };

    private static FormField ToField(FormFieldDto dto)
    {
        var field = new FormField(dto.Id, dto.Kind, dto.Label.Trim(), string.IsNullOrWhiteSpace(dto.Help) ? null : dto.Help.Trim(), dto.IsRequired, []);
        if (!field.HasOptions) return field;
        var options = dto.Options.Select(option => option?.Trim() ?? "").Where(option => option.Length > 0).ToList();
        return options.TrueForAll(option => option.Length <= FormConsts.MaxOptionLength) && options.Count <= FormConsts.MaxOptions
            ? field with { Options = options }
            : throw new BusinessException(SitesErrorCodes.FormOptionsInvalid).WithData("Label", field.Label);
    }
}
