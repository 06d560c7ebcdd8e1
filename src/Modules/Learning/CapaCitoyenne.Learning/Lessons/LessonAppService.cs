using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Learning.Tasks;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Learning.Lessons;

[Authorize(LearningPermissions.Courses.Default)]
internal sealed class LessonAppService(
    IRepository<Course, Guid> courses, ILessonRepository lessons, LessonManager manager, LessonTrash trash, IEnumerable<ITaskCheck> checks)
    : LearningAppService, ILessonAppService
{
    public async Task<LessonDto> GetAsync(Guid id) => await ToDtoAsync(await lessons.GetAsync(id));

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<LessonDto> CreateAsync(CreateLessonInput input)
    {
        var course = await courses.GetAsync(input.CourseId);
        var lesson = await manager.CreateAsync(course, input.Slug, input.Title);
        lesson.Describe(lesson.Slug, input.Title, input.Aim, input.Minutes);
        await ApplyAsync(lesson, input, course);
        await lessons.InsertAsync(lesson, autoSave: true);
        return await ToDtoAsync(lesson);
    }

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<LessonDto> UpdateAsync(Guid id, UpdateLessonInput input)
    {
        var lesson = await lessons.GetAsync(id);
        lesson.ConcurrencyStamp = input.ConcurrencyStamp;
        await manager.DescribeAsync(lesson, input.Slug, input.Title, input.Aim, input.Minutes);
        await ApplyAsync(lesson, input, await courses.GetAsync(lesson.CourseId));
        await lessons.UpdateAsync(lesson, autoSave: true);
        return await ToDtoAsync(lesson);
    }

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task MoveAsync(Guid id, MoveLessonInput input) => await manager.MoveAsync(await lessons.GetAsync(id), input.Position);

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task DeleteAsync(Guid id) => await trash.DeleteAsync(await lessons.GetAsync(id));

    [Authorize(LearningPermissions.Courses.Write)]
    public async Task<LessonDto> RestoreAsync(Guid id) => await ToDtoAsync(await trash.RestoreAsync(id));

    [Authorize(LearningPermissions.Courses.Publish)]
    public async Task<LessonDto> PublishAsync(Guid id)
    {
        var lesson = await lessons.GetAsync(id);
        await manager.PutOnlineAsync(lesson);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await ToDtoAsync(lesson);
    }

    public Task<ListResultDto<string>> GetTasksAsync() =>
        Task.FromResult(new ListResultDto<string>([.. checks.Select(check => check.Name).Order(StringComparer.Ordinal)]));

    private async Task ApplyAsync(Lesson lesson, SaveLessonInput input, Course course)
    {
        await manager.WriteAsync(lesson, input.Document, course.Language);
        manager.Ask(lesson, input.TaskName, input.TaskText);
        lesson.CountWhen(input.CompletionRule, input.PassRatio);
    }

    private async Task<LessonDto> ToDtoAsync(Lesson lesson)
    {
        var course = await courses.GetAsync(lesson.CourseId);
        var state = course.StateOf(lesson.Id, lesson.IsOnline, await lessons.FindChangedAsync(course.Id));
        return lesson.ToDto((await lessons.CountQuestionsAsync([course.Id])).GetValueOrDefault(lesson.Id), state);
    }
}
