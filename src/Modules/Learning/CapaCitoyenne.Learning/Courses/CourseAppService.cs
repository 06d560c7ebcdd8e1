using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Permissions;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Learning.Courses;

[Authorize(LearningPermissions.Courses.Default)]
internal sealed class CourseAppService(IRepository<Course, Guid> courses, ILessonRepository lessons, CourseManager manager, LessonManager lessonManager)
    : LearningAppService, ICourseAppService
{
    public async Task<PagedResultDto<CourseListItemDto>> GetListAsync(PagedResultRequestDto input)
    {
        var query = (await courses.GetQueryableAsync()).OrderBy(course => course.Title).ThenBy(course => course.Id);
        var page = await AsyncExecuter.ToListAsync(query.Skip(input.SkipCount).Take(input.MaxResultCount));
        var outline = (await lessons.GetOutlineAsync(page.ConvertAll(course => course.Id))).ToLookup(lesson => lesson.CourseId);
        return new(await courses.GetCountAsync(), page.ConvertAll(course => course.ToListItemDto([.. outline[course.Id]])));
    }

    public async Task<CourseDto> GetAsync(Guid id) => await ToDtoAsync(await courses.GetAsync(id));

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<CourseDto> CreateAsync(CreateCourseInput input)
    {
        var course = await manager.CreateAsync(input.Slug, input.Title, input.Summary, input.Language);
        await courses.InsertAsync(course, autoSave: true);
        return await ToDtoAsync(course);
    }

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<CourseDto> UpdateAsync(Guid id, UpdateCourseInput input)
    {
        var course = await courses.GetAsync(id);
        course.ConcurrencyStamp = input.ConcurrencyStamp;
        await manager.DescribeAsync(course, input.Slug, input.Title, input.Summary, input.Language);
        await courses.UpdateAsync(course, autoSave: true);
        return await ToDtoAsync(course);
    }

    [Authorize(LearningPermissions.Courses.Publish)]
    public async Task<CourseDto> PublishAsync(Guid id)
    {
        var course = await courses.GetAsync(id);
        await manager.EnsureMayPublishAsync();
        var written = await lessons.GetListAsync(lesson => lesson.CourseId == id);
        course.Publish(written.Count, Clock.Now);
        await lessonManager.PutOnlineAsync(written);
        await courses.UpdateAsync(course, autoSave: true);
        return await ToDtoAsync(course);
    }

    [Authorize(LearningPermissions.Courses.Publish)]
    public async Task<CourseDto> UnpublishAsync(Guid id)
    {
        var course = await courses.GetAsync(id);
        course.Unpublish();
        await courses.UpdateAsync(course, autoSave: true);
        return await ToDtoAsync(course);
    }

    private async Task<CourseDto> ToDtoAsync(Course course) =>
        course.ToDto(await lessons.GetOutlineAsync([course.Id]), await lessons.CountQuestionsAsync([course.Id]), await lessons.FindChangedAsync(course.Id));
}
