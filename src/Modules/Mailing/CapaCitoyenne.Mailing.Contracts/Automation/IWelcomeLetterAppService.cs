namespace CapaCitoyenne.Mailing.Automation;

/// <summary>The first letters after a sign-up. <c>/api/mailing/welcome-letter</c></summary>
public interface IWelcomeLetterAppService : IApplicationService
{
    /// <summary>Of all lists, by delay.</summary>
    Task<ListResultDto<WelcomeLetterDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.WelcomeTooMany"/>.</exception>
    Task<WelcomeLetterDto> CreateAsync(CreateWelcomeLetterDto input);

    /// <summary>Changes the delay, also of those who signed up already and wait.</summary>
    Task<WelcomeLetterDto> UpdateAsync(Guid id, UpdateWelcomeLetterDto input);

    /// <summary>From now on; who had it before the last rest does not get it again.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotReady"/>, <see cref="MailingErrorCodes.AssociationNotConfirmed"/>,
    /// <see cref="MailingErrorCodes.ApprovalMissing"/>.</exception>
    Task<WelcomeLetterDto> StartAsync(Guid id);

    /// <summary>Puts it to rest, as a draft that can be written on.</summary>
    Task<WelcomeLetterDto> StopAsync(Guid id);

    /// <summary>At rest only; one that was sent to somebody stays, with its ledger, in the list of letters.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>At rest as it was, with its text and its ledger, within <see cref="Campaigns.CampaignConsts.TrashDays"/> days.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.WelcomeTooMany"/>.</exception>
    Task<WelcomeLetterDto> RestoreAsync(Guid id);
}
