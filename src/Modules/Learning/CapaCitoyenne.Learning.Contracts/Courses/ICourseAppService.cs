namespace CapaCitoyenne.Learning.Courses;

/// <summary>Courses of the current space (or of the hub, on the host side) for those who write them. Served at <c>/api/learning/course</c>.</summary>
public interface ICourseAppService : IApplicationService
{
    /// <summary>By title, drafts included.</summary>
    Task<PagedResultDto<CourseListItemDto>> GetListAsync(PagedResultRequestDto input);

    Task<CourseDto> GetAsync(Guid id);

    /// <summary>Begins a course, as a draft. Errors: CourseSlugTaken.</summary>
    Task<CourseDto> CreateAsync(CreateCourseInput input);

    /// <summary>Errors: CourseSlugTaken; 409 when the stamp is old.</summary>
    Task<CourseDto> UpdateAsync(Guid id, UpdateCourseInput input);

    /// <summary>Shows the course to everybody, or all that has been written in it since. Errors: CourseHasNoLesson, EmailNotConfirmed, LessonNotPublishable.</summary>
    Task<CourseDto> PublishAsync(Guid id);

    /// <summary>Back to a draft. What learners did is kept.</summary>
    Task<CourseDto> UnpublishAsync(Guid id);
}
