using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// The address book. <c>GET /api/mailing/contact/export</c> (a file, see HttpApi) gives all of it as CSV.
/// </summary>
public interface IContactAppService : IApplicationService
{
    Task<CursorPagedResultDto<ContactDto>> GetListAsync(GetContactsInput input);

    Task<ContactCountDto> GetCountAsync(CountContactsInput input);

    Task<ContactDto> GetAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.EmailInvalid"/>, <see cref="MailingErrorCodes.ContactAlreadyExists"/>.</exception>
    Task<ContactDto> CreateAsync(CreateContactDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.FieldValueInvalid"/>, <see cref="MailingErrorCodes.FieldUnknown"/>.</exception>
    Task<ContactDto> UpdateAsync(Guid id, UpdateContactDto input);

    /// <summary>Erases the person. A suppression and a withdrawal stay known by address, so that no import writes to them again.</summary>
    Task DeleteAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ContactSuppressed"/>, <see cref="MailingErrorCodes.ConsentWithdrawn"/>: the person
    /// withdrew it, and only they give it again (see <see cref="AskToConfirmAsync"/>).</exception>
    Task<ContactDto> GrantConsentAsync(Guid id, GrantConsentDto input);

    /// <summary>Sends the person the message by which one confirms a sign-up: they say themselves whether they want the letters.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ContactSuppressed"/>, <see cref="MailingErrorCodes.ConfirmationTooSoon"/>,
    /// <see cref="MailingErrorCodes.AssociationNotConfirmed"/>, <see cref="MailingErrorCodes.TestTooMany"/>.</exception>
    Task AskToConfirmAsync(Guid id);

    Task<ContactDto> WithdrawConsentAsync(Guid id, WithdrawConsentDto input);

    /// <summary>Lists and tags for many contacts at once.</summary>
    Task<ApplyToContactsResultDto> ApplyAsync(ApplyToContactsDto input);
}
