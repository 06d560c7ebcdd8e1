using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Campaigns;

/// <summary>
/// Newsletters. <c>GET /api/mailing/campaign/{id}/progress</c> is a stream of server-sent events named <c>progress</c>
/// (<see cref="CampaignProgressDto"/>), closed by the server when the campaign is sent or cancelled;
/// <c>GET /api/mailing/campaign/{id}/recipients.csv</c> is the ledger as a file.
/// </summary>
public interface ICampaignAppService : IApplicationService
{
    /// <summary>Newest first, without content.</summary>
    Task<CursorPagedResultDto<CampaignDto>> GetListAsync(GetCampaignsInput input);

    Task<CampaignDto> GetAsync(Guid id);

    Task<CampaignDto> CreateAsync(CreateCampaignDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotEditable"/>, <see cref="MailingErrorCodes.CampaignDocumentInvalid"/>;
    /// 409 when the stamp is not the stored one.</exception>
    Task<CampaignDto> UpdateAsync(Guid id, UpdateCampaignDto input);

    /// <summary>A new draft with the same content and audience.</summary>
    Task<CampaignDto> DuplicateAsync(Guid id);

    /// <summary>Only drafts and cancelled campaigns without recipients can be deleted; a welcome letter goes with its text.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>As it was before it was deleted, within <see cref="CampaignConsts.TrashDays"/> days.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignAlreadyResent"/>, <see cref="MailingErrorCodes.WelcomeTooMany"/>.</exception>
    Task<CampaignDto> RestoreAsync(Guid id);

    /// <summary>Shows a letter on the site once it was sent, or takes it from there. Personal fields are replaced by their fallbacks.</summary>
    Task<CampaignDto> ShowInArchiveAsync(Guid id, ShowInArchiveDto input);

    Task<CampaignPreviewDto> GetPreviewAsync(Guid id, GetCampaignPreviewInput input);

    Task<CampaignPreflightDto> GetPreflightAsync(Guid id);

    /// <summary>Asks the addresses outside that the letter links to; takes seconds, so it is no part of the pre-flight.</summary>
    Task<CampaignLinksDto> GetLinksAsync(Guid id);

    /// <summary>Where tests of the space were sent last.</summary>
    Task<ListResultDto<string>> GetTestAddressesAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TestAddressRefused"/>, <see cref="MailingErrorCodes.TransportUnavailable"/>.</exception>
    Task<SendTestResultDto> SendTestAsync(Guid id, SendTestDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.CampaignNotReady"/>, <see cref="MailingErrorCodes.AssociationNotConfirmed"/>,
    /// <see cref="MailingErrorCodes.ApprovalMissing"/>, <see cref="MailingErrorCodes.CampaignTimePast"/>.</exception>
    Task<CampaignDto> SendAsync(Guid id, SendCampaignDto input);

    /// <summary>No further batch leaves; batches that are under way end.</summary>
    Task<CampaignDto> PauseAsync(Guid id);

    Task<CampaignDto> ResumeAsync(Guid id);

    /// <summary>Before it left: back to a draft. Later: who has not been written to will not be.</summary>
    Task<CampaignDto> CancelAsync(Guid id);

    /// <summary>The ledger, in the order of the addresses.</summary>
    Task<CursorPagedResultDto<RecipientDto>> GetRecipientsAsync(Guid id, GetRecipientsInput input);
}
