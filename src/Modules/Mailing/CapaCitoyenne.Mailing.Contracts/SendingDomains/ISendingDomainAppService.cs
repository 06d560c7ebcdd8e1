namespace CapaCitoyenne.Mailing.SendingDomains;

/// <summary>
/// The space's own domain as a sender: <c>/api/mailing/sending-domain</c>. A space has one at most. Until it is proven, letters come from the hub's domain
/// with the association's name, and answers go to the association.
/// </summary>
public interface ISendingDomainAppService : IApplicationService
{
    /// <summary>One or none. The lines are looked up at each call.</summary>
    Task<ListResultDto<SendingDomainDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.DomainInvalid"/>, <see cref="MailingErrorCodes.DomainAlreadyThere"/>,
    /// <see cref="MailingErrorCodes.DomainRefused"/>, <see cref="MailingErrorCodes.EmailInvalid"/>.</exception>
    Task<SendingDomainDto> CreateAsync(CreateSendingDomainDto input);

    /// <summary>Looks the lines up and, when they are there, has the provider look as well. Letters use the domain from then on, or stop to.</summary>
    Task<SendingDomainDto> CheckAsync(Guid id);

    /// <summary>Mails the lines to the person who looks after the domain.</summary>
    Task SendInstructionsAsync(Guid id, SendInstructionsDto input);

    /// <summary>Letters come from the hub's domain again.</summary>
    Task DeleteAsync(Guid id);
}
