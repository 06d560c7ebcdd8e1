namespace CapaCitoyenne.Sites.Forms;

/// <summary>The forms of the current space's site.</summary>
public interface IFormAppService : IApplicationService
{
    Task<ListResultDto<FormListItemDto>> GetListAsync();

    Task<FormDto> GetAsync(Guid id);

    /// <summary>Made from a ready one; whoever makes it is the first to be told of answers.</summary>
    Task<FormDto> CreateAsync(CreateFormInput input);

    Task<FormDto> UpdateAsync(Guid id, UpdateFormInput input);

    /// <summary>With all its answers.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>The members of the space, by name.</summary>
    Task<ListResultDto<FormRecipientDto>> GetRecipientsAsync();
}
