using CapaCitoyenne.Mailing.Contacts;

namespace CapaCitoyenne.Mailing.Segments;

/// <summary>Saved conditions on contacts. Their members are read with <c>GET /api/mailing/contact?segmentId=</c>.</summary>
public interface ISegmentAppService : IApplicationService
{
    /// <summary>All segments of the space, by name; at most <see cref="SegmentConsts.MaxSegments"/>.</summary>
    Task<ListResultDto<SegmentDto>> GetListAsync();

    Task<SegmentDto> GetAsync(Guid id);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.SegmentNameTaken"/>, <see cref="MailingErrorCodes.SegmentConditionInvalid"/>,
    /// <see cref="MailingErrorCodes.SegmentTooMany"/>.</exception>
    Task<SegmentDto> CreateAsync(CreateUpdateSegmentDto input);

    Task<SegmentDto> UpdateAsync(Guid id, CreateUpdateSegmentDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.SegmentUsedByCampaign"/>.</exception>
    Task DeleteAsync(Guid id);

    Task<ContactCountDto> GetCountAsync(Guid id);

    /// <summary>Who matches a rule that need not be saved.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.SegmentConditionInvalid"/>.</exception>
    Task<SegmentPreviewDto> PreviewAsync(PreviewSegmentDto input);
}
