namespace CapaCitoyenne.Learning.Questions;

/// <summary>Questions with their keys, for those who write them. Served at <c>/api/learning/question</c>.</summary>
public interface IQuestionAppService : IApplicationService
{
    /// <summary>In the order of the course.</summary>
    Task<PagedResultDto<QuestionDto>> GetListAsync(GetQuestionsInput input);

    Task<QuestionDto> GetAsync(Guid id);

    /// <summary>Adds a question at the end of a lesson. Errors: TooManyQuestions; 400 with the fields that are wrong.</summary>
    Task<QuestionDto> CreateAsync(CreateQuestionInput input);

    /// <summary>A new version; attempts made before keep the old one. Errors: 400 with the fields that are wrong; 409 when the stamp is old.</summary>
    Task<QuestionDto> UpdateAsync(Guid id, UpdateQuestionInput input);

    /// <summary>Removes the question; attempts keep what they froze.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Takes the removal back. Errors: TooManyQuestions; 404 when its lesson is gone too.</summary>
    Task<QuestionDto> RestoreAsync(Guid id);

    /// <summary>Imports the good questions of a GIFT file and lists the bad ones. The same file a second time changes nothing. Errors: TooManyQuestions.</summary>
    Task<QuestionImportDto> ImportAsync(ImportQuestionsInput input);

    /// <summary>All questions of a course as a GIFT file.</summary>
    /// <param name="id">The course.</param>
    Task<QuestionExportDto> GetGiftAsync(Guid id);
}
