using CapaCitoyenne.Learning.Courses;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>
/// Published courses, for everybody: those of the space that the caller names, the hub's own catalogue otherwise. Keys stay on the server,
/// progress of signed-in learners is kept, with the course. Served at <c>/api/learning/catalogue</c>.
/// </summary>
public interface ICatalogueAppService : IApplicationService
{
    /// <summary>Published courses, oldest first; at most <see cref="CourseConsts.MaxListed"/>.</summary>
    Task<ListResultDto<CatalogueCourseDto>> GetListAsync();

    /// <summary>404 for a draft.</summary>
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
