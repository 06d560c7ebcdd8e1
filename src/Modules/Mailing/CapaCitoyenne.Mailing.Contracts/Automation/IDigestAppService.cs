namespace CapaCitoyenne.Mailing.Automation;

/// <summary>Letters that the site's news make by themselves. <c>/api/mailing/digest</c></summary>
public interface IDigestAppService : IApplicationService
{
    /// <summary>All of them: <see cref="DigestConsts.MaxDigests"/> at most.</summary>
    Task<ListResultDto<DigestDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.DigestTooMany"/>.</exception>
    Task<DigestDto> CreateAsync(CreateUpdateDigestDto input);

    Task<DigestDto> UpdateAsync(Guid id, CreateUpdateDigestDto input);

    /// <summary>Nothing is lost meanwhile: the next letter holds all that came since the last one.</summary>
    Task<DigestDto> PauseAsync(Guid id);

    Task<DigestDto> ResumeAsync(Guid id);

    Task DeleteAsync(Guid id);

    /// <summary>As it was, with the news that wait, within <see cref="Campaigns.CampaignConsts.TrashDays"/> days.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.DigestTooMany"/>.</exception>
    Task<DigestDto> RestoreAsync(Guid id);
}
