using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Learning.EntityFrameworkCore;

internal sealed class EfCoreLessonRepository(IDbContextProvider<AbpDbContext> provider)
    : EfCoreRepository<AbpDbContext, Lesson, Guid>(provider), ILessonRepository, ITransientDependency
{
    public async Task<List<LessonOutline>> GetOutlineAsync(IReadOnlyCollection<Guid> courseIds) =>
        await (await GetDbSetAsync())
            .Where(lesson => courseIds.Contains(lesson.CourseId))
            .OrderBy(lesson => lesson.CourseId).ThenBy(lesson => lesson.Position)
            .Select(lesson => new LessonOutline(
                lesson.Id, lesson.CourseId, lesson.Position, lesson.Slug, lesson.Title, lesson.Aim, lesson.Minutes, lesson.CompletionRule, lesson.PassRatio, lesson.TaskName))
            .ToListAsync();

    public async Task<Dictionary<Guid, int>> CountQuestionsAsync(IReadOnlyCollection<Guid> courseIds) =>
        await (await GetDbContextAsync()).Set<LessonQuestion>()
            .Where(question => courseIds.Contains(question.CourseId))
            .GroupBy(question => question.LessonId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);
}
