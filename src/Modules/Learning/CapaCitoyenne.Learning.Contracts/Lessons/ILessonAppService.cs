namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Lessons of the current space's courses, for those who write them. Served at <c>/api/learning/lesson</c>.</summary>
public interface ILessonAppService : IApplicationService
{
    Task<LessonDto> GetAsync(Guid id);

    /// <summary>Adds a lesson at the end of its course. Errors: LessonSlugTaken, TooManyLessons, DocumentNotValid, TaskUnknown.</summary>
    Task<LessonDto> CreateAsync(CreateLessonInput input);

    /// <summary>Errors: LessonSlugTaken, DocumentNotValid, TaskUnknown; 409 when the stamp is old.</summary>
    Task<LessonDto> UpdateAsync(Guid id, UpdateLessonInput input);

    /// <summary>Puts the lesson at another place of its course.</summary>
    Task MoveAsync(Guid id, MoveLessonInput input);

    /// <summary>Removes the lesson and its questions. What learners did in it is kept. Errors: LastLessonOnline.</summary>
    Task DeleteAsync(Guid id);

    /// <summary>Takes the removal back: the lesson stands where it stood, with the questions that went with it. Errors: TooManyLessons.</summary>
    Task<LessonDto> RestoreAsync(Guid id);

    /// <summary>Learners of a public course get the text and the questions as they are written now. Errors: LessonNotPublishable.</summary>
    Task<LessonDto> PublishAsync(Guid id);

    /// <summary>Names of the exercises that can be checked here.</summary>
    Task<ListResultDto<string>> GetTasksAsync();
}
