using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// The address book. <c>GET /api/mailing/contact/export</c> (a file, see HttpApi) gives all of it as CSV.
/// </summary>
public interface IContactAppService : IApplicationService
{
    /// <summary>Ordered by address.</summary>
    Task<CursorPagedResultDto<ContactDto>> GetListAsync(GetContactsInput input);

    Task<ContactDto> GetAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.EmailInvalid"/>, <see cref="MailingErrorCodes.ContactAlreadyExists"/>.</exception>
    Task<ContactDto> CreateAsync(CreateContactDto input);

    Task<ContactDto> UpdateAsync(Guid id, UpdateContactDto input);

    /// <summary>Erases the person. A suppression and a withdrawal stay known by address, so that no import writes to them again.</summary>
    Task DeleteAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ContactSuppressed"/>.</exception>
    Task<ContactDto> GrantConsentAsync(Guid id, GrantConsentDto input);

    Task<ContactDto> WithdrawConsentAsync(Guid id, WithdrawConsentDto input);
}
