using CapaCitoyenne.Mailing.Paging;

namespace CapaCitoyenne.Mailing.Imports;

/// <summary>
/// Import of a contact file, in three steps: upload (<c>POST /api/mailing/contact-import/upload</c>, multipart field <c>file</c>,
/// answers <see cref="ContactImportDto"/>), check, start. Poll <see cref="GetAsync"/> while the status is Checking or Running.
/// Doing it twice with the same file changes nothing the second time.
/// </summary>
public interface IContactImportAppService : IApplicationService
{
    /// <summary>The newest twenty.</summary>
    Task<ListResultDto<ContactImportDto>> GetListAsync();

    Task<ContactImportDto> GetAsync(Guid id);

    /// <summary>Takes the column mapping and counts what a run would do; writes no contact. The answer says Checking: poll.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ImportHasNoEmailColumn"/>, <see cref="MailingErrorCodes.ImportAlreadyStarted"/>.</exception>
    /// <summary>Instead of an upload: a text that was pasted. Goes on with a check.</summary>
    Task<ContactImportDto> PasteAsync(PasteContactsDto input);

    Task<ContactImportDto> CheckAsync(Guid id, CheckContactImportDto input);

    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.ImportNotChecked"/>, <see cref="MailingErrorCodes.ImportAlreadyStarted"/>.</exception>
    Task<ContactImportDto> StartAsync(Guid id, StartContactImportDto input);

    /// <summary>Refused lines in file order.</summary>
    Task<CursorPagedResultDto<RefusedLineDto>> GetRefusedLinesAsync(Guid id, GetRefusedLinesInput input);
}
