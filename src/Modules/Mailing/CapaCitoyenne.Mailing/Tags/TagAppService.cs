using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Permissions;
using CapaCitoyenne.Mailing.Segments;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Mailing.Tags;

[Authorize(MailingPermissions.Lists.Default)]
internal sealed class TagAppService(IRepository<Tag, Guid> tags, IContactDetailRepository details, SegmentManager segments) : MailingAppService, ITagAppService
{
    public async Task<ListResultDto<TagDto>> GetListAsync()
    {
        var rows = await tags.GetListAsync();
        var counts = await details.CountTaggedAsync();
        return new ListResultDto<TagDto>([.. rows.OrderBy(t => t.NormalizedName, StringComparer.Ordinal).Select(t => ToDto(t, counts.GetValueOrDefault(t.Id)))]);
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task<TagDto> UpdateAsync(Guid id, UpdateTagDto input)
    {
        var normalized = Tag.NormalizeName(input.Name);
        if (await tags.AnyAsync(t => t.NormalizedName == normalized && t.Id != id))
            throw new BusinessException(MailingErrorCodes.TagNameTaken).WithData("Name", input.Name.Trim());
        var tag = await tags.GetAsync(id);
        tag.Rename(input.Name);
        await tags.UpdateAsync(tag, autoSave: true);
        return ToDto(tag, (await details.CountTaggedAsync()).GetValueOrDefault(id));
    }

    [Authorize(MailingPermissions.Contacts.Manage)]
    public async Task DeleteAsync(Guid id)
    {
        await segments.EnsureUnusedAsync(id);
        await tags.DeleteAsync(id);
    }

    private static TagDto ToDto(Tag tag, long count) => new() { Id = tag.Id, Name = tag.Name, ContactCount = count };
}
