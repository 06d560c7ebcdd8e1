namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>
/// The hub's catalogue, for everybody: keys stay on the server, progress of signed-in learners is kept.
/// Served at <c>/api/learning/catalogue</c>, always on the hub's side whatever space the caller names.
/// </summary>
public interface ICatalogueAppService : IApplicationService
{
    /// <summary>Published courses in the catalogue's order.</summary>
    Task<ListResultDto<CatalogueCourseDto>> GetListAsync();

    Task<CatalogueCourseDto> GetCourseAsync(string slug);

    /// <summary>A lesson with a question sheet.</summary>
    /// <param name="course">Its slug.</param>
    /// <param name="lesson">Its slug.</param>
    /// <param name="attempt">Shows the sheet of that attempt again, in the same order; a fresh one otherwise.</param>
    Task<LessonPageDto> GetLessonAsync(string course, string lesson, Guid? attempt = null);

    /// <summary>Marks a sheet. For a signed-in learner the attempt is frozen and kept. Errors: QuestionsChanged.</summary>
    /// <param name="id">The lesson.</param>
    Task<MarkedSheetDto> AnswerAsync(Guid id, AnswerSheetInput input);

    /// <summary>Marks a lesson without questions as done. Signed-in learners.</summary>
    /// <param name="id">The lesson.</param>
    Task CompleteAsync(Guid id);

    /// <summary>Checks a lesson's exercise in a space of the learner. Errors: LessonHasNoTask, NotMemberOfSpace.</summary>
    /// <param name="id">The lesson.</param>
    Task<TaskResultDto> CheckTaskAsync(Guid id, CheckTaskInput input);
}
