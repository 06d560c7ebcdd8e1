namespace CapaCitoyenne.Sites.Forms;

/// <summary>What readers sent with the forms of the current space.</summary>
public interface IFormSubmissionAppService : IApplicationService
{
    /// <summary>The latest first.</summary>
    Task<PagedResultDto<FormSubmissionDto>> GetListAsync(GetFormSubmissionsInput input);

    Task<FormSubmissionDto> GetAsync(Guid id);

    /// <summary>Dealt with, or not after all.</summary>
    Task<FormSubmissionDto> MarkAsync(Guid id, MarkFormSubmissionInput input);

    Task DeleteAsync(Guid id);

    /// <summary>Everything that this address sent, and its sign-ups for events: a person's right.</summary>
    Task<ErasedSubmissionsDto> EraseAsync(EraseSubmissionsInput input);
}
