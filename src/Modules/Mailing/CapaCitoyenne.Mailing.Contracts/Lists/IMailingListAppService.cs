namespace CapaCitoyenne.Mailing.Lists;

/// <summary>Lists of contacts. Members of a list are read with <c>GET /api/mailing/contact?listId=</c>.</summary>
public interface IMailingListAppService : IApplicationService
{
    /// <summary>All lists of the space, by name; a space has a handful.</summary>
    Task<ListResultDto<MailingListDto>> GetListAsync();

    Task<MailingListDto> GetAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ListNameTaken"/>.</exception>
    Task<MailingListDto> CreateAsync(CreateUpdateMailingListDto input);

    Task<MailingListDto> UpdateAsync(Guid id, CreateUpdateMailingListDto input);

    /// <summary>Deletes the list; its contacts stay in the address book.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Those who left the list themselves are not put back. Returns the list with its new count.</summary>
    Task<MailingListDto> AddContactsAsync(Guid id, ListContactsDto input);

    Task<MailingListDto> RemoveContactsAsync(Guid id, ListContactsDto input);
}
