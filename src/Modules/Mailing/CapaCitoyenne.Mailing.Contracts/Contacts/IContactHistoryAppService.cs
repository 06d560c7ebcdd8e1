using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>
/// What happened with one contact. As files: <c>GET /api/mailing/contact/{id}/data.json</c> (all that is kept about the person) and
/// <c>…/consents.csv</c> (the proofs).
/// </summary>
public interface IContactHistoryAppService : IApplicationService
{
    /// <summary>Every letter, consent and list, the newest first.</summary>
    Task<CursorPagedResultDto<ContactEventDto>> GetAsync(Guid id, GetContactHistoryInput input);
}

/// <summary>Contacts that are one person under two addresses.</summary>
public interface IContactDuplicateAppService : IApplicationService
{
    /// <summary>Up to fifty names; the likeliest first.</summary>
    Task<ListResultDto<DuplicateContactsDto>> GetListAsync();

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.MergeNeedsTwo"/>.</exception>
    Task<MergePreviewDto> PreviewAsync(MergeContactsDto input);

    /// <summary>Cannot be undone. What is missing is filled in; of consents and lists the stricter answer holds; the ledger stays as it is.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.MergeNeedsTwo"/>.</exception>
    Task<ContactDto> MergeAsync(MergeContactsDto input);
}
