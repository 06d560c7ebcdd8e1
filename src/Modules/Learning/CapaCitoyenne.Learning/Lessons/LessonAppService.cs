using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Permissions;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Tasks;
using Microsoft.AspNetCore.Authorization;

namespace CapaCitoyenne.Learning.Lessons;

[Authorize(LearningPermissions.Courses.Default)]
internal sealed class LessonAppService(
    IRepository<Course, Guid> courses, ILessonRepository lessons, IRepository<LessonQuestion, Guid> questions, LessonManager manager, IEnumerable<ITaskCheck> checks)
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
    public async Task DeleteAsync(Guid id)
    {
        var lesson = await lessons.GetAsync(id);
        lesson.Retire();
        await lessons.DeleteAsync(lesson);
        await questions.DeleteAsync(question => question.LessonId == id);
    }

    public Task<ListResultDto<string>> GetTasksAsync() =>
        Task.FromResult(new ListResultDto<string>([.. checks.Select(check => check.Name).Order(StringComparer.Ordinal)]));

    private async Task ApplyAsync(Lesson lesson, SaveLessonInput input, Course course)
    {
        await manager.WriteAsync(lesson, input.Document, course.Language);
        manager.Ask(lesson, input.TaskName, input.TaskText);
        lesson.CountWhen(input.CompletionRule, input.PassRatio);
    }

    private async Task<LessonDto> ToDtoAsync(Lesson lesson) =>
        lesson.ToDto((await lessons.CountQuestionsAsync([lesson.CourseId])).GetValueOrDefault(lesson.Id));
}
