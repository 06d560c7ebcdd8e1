namespace CapaCitoyenne.Mailing.Tags;

/// <summary>The tags of a space. They come into being when a contact gets one (<c>POST /api/mailing/contact/apply</c>, the contact's form, an import).</summary>
public interface ITagAppService : IApplicationService
{
    /// <summary>All of them, by name.</summary>
    Task<ListResultDto<TagDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TagNameTaken"/>.</exception>
    Task<TagDto> UpdateAsync(Guid id, UpdateTagDto input);

    /// <summary>Takes the tag off all contacts.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.UsedBySegment"/>.</exception>
    Task DeleteAsync(Guid id);
}
