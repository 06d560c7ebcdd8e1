using System.Text.Json.Nodes;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Templates;

[Authorize(MailingPermissions.Campaigns.Default)]
internal sealed class LetterTemplateAppService(
    IRepository<LetterTemplate, Guid> templates, ICampaignRepository campaigns, TemplateLibrary library, IDataFilter dataFilter)
    : MailingAppService, ILetterTemplateAppService
{
    private const int MaxOutline = 12;

    public async Task<ListResultDto<LetterTemplateDto>> GetListAsync()
    {
        var own = (await templates.GetListAsync()).OrderByDescending(template => template.CreationTime).Select(ToDto);
        return new ListResultDto<LetterTemplateDto>([.. own, .. (await library.GetListAsync()).Select(ToDto)]);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<LetterTemplateDto> CreateAsync(CreateLetterTemplateDto input)
    {
        if (await templates.GetCountAsync() >= LetterTemplateConsts.MaxTemplates)
            throw new BusinessException(MailingErrorCodes.TemplateTooMany).WithData("Max", LetterTemplateConsts.MaxTemplates);
        var template = new LetterTemplate(GuidGenerator.Create(), input.Name, (await campaigns.GetAsync(input.CampaignId)).ToDraft());
        await templates.InsertAsync(template, autoSave: true);
        return ToDto(template);
    }

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public Task DeleteAsync(Guid id) => templates.DeleteAsync(id);

    [Authorize(MailingPermissions.Campaigns.Edit)]
    public async Task<LetterTemplateDto> RestoreAsync(Guid id)
    {
        using var everything = dataFilter.Disable<ISoftDelete>();
        var template = await templates.GetAsync(id);
        template.Restore();
        await templates.UpdateAsync(template, autoSave: true);
        return ToDto(template);
    }

    private static LetterTemplateDto ToDto(LetterTemplate template) => new()
    {
        Key = template.Id.ToString("D"), Name = template.Name, IsOwn = true, Subject = template.Subject, Purpose = template.Purpose, Outline = OutlineOf(template.ContentJson),
    };

    private static LetterTemplateDto ToDto(LibraryTemplate template) => new()
    {
        Key = template.Key, Name = template.Name, Description = template.Description, Subject = template.Draft.Subject, Purpose = template.Draft.Purpose,
        Outline = OutlineOf(template.Draft.Content),
    };

    private static List<string> OutlineOf(string content) =>
        [.. (JsonNode.Parse(content)?["blocks"]?.AsArray() ?? []).Select(block => block?["type"]?.GetValue<string>()).OfType<string>().Take(MaxOutline)];
}
