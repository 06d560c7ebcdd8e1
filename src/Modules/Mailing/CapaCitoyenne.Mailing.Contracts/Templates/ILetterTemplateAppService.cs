namespace CapaCitoyenne.Mailing.Templates;

/// <summary>What letters start from: ten texts of ours, and those that a space saved. <c>/api/mailing/letter-template</c></summary>
public interface ILetterTemplateAppService : IApplicationService
{
    /// <summary>One's own first, in the language of who asks.</summary>
    Task<ListResultDto<LetterTemplateDto>> GetListAsync();

    /// <summary>Keeps a letter's content, subject and purpose as a template; its recipients stay out of it.</summary>
    /// <exception cref="BusinessException"><see cref="MailingErrorCodes.TemplateTooMany"/>.</exception>
    Task<LetterTemplateDto> CreateAsync(CreateLetterTemplateDto input);

    /// <summary>One's own only. Letters that were written from it stay as they are.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Takes a deletion back.</summary>
    Task<LetterTemplateDto> RestoreAsync(Guid id);
}
