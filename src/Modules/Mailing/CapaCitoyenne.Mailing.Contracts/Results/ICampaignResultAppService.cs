using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Results;

/// <summary>What became of a letter: <c>/api/mailing/campaign-result</c>. The ledger itself is <c>/api/mailing/campaign/{id}/recipients</c>.</summary>
public interface ICampaignResultAppService : IApplicationService
{
    Task<CampaignResultDto> GetAsync(Guid id);

    /// <summary>
    /// A draft of the same letter for whoever never got it, and nobody else: looked up again when it leaves, so that news that come in between count.
    /// Suppressions and consents hold as ever. Once a letter.
    /// </summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotSent"/>, <see cref="MailingErrorCodes.CampaignAlreadyResent"/>,
    /// <see cref="MailingErrorCodes.NobodyToResendTo"/>.</exception>
    Task<ResendResultDto> ResendAsync(Guid id, ResendCampaignDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotSent"/>.</exception>
    Task<CampaignCertificateDto> GetCertificateAsync(Guid id);
}

/// <summary>
/// A person whose address is dead gets another one: <c>/api/mailing/address-correction</c>. An address never changes, so that this is a new contact
/// with the same names, lists and consents; the old one stays, with its history.
/// </summary>
public interface IAddressCorrectionAppService : IApplicationService
{
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.AddressNotDead"/>, <see cref="MailingErrorCodes.ContactSuppressed"/>,
    /// <see cref="MailingErrorCodes.ContactAlreadyExists"/>, <see cref="MailingErrorCodes.EmailInvalid"/>.</exception>
    Task<ContactDto> CreateAsync(CreateAddressCorrectionDto input);
}
