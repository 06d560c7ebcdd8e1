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
                lesson.Id, lesson.CourseId, lesson.Position, lesson.Slug, lesson.Title, lesson.Aim, lesson.Minutes, lesson.CompletionRule, lesson.PassRatio, lesson.TaskName,
                lesson.PublishedDocument != null, lesson.PublishedQuestionCount))
            .ToListAsync();

    public async Task<Dictionary<Guid, int>> CountQuestionsAsync(IReadOnlyCollection<Guid> courseIds) =>
        await (await GetDbContextAsync()).Set<LessonQuestion>()
            .Where(question => courseIds.Contains(question.CourseId))
            .GroupBy(question => question.LessonId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);

    public async Task<HashSet<Guid>> FindChangedAsync(Guid courseId)
    {
        var online = await (await GetDbSetAsync()).Where(lesson => lesson.CourseId == courseId && lesson.PublishedDocument != null)
            .Select(lesson => new { lesson.Id, lesson.PublishedQuestionsJson, IsSameText = lesson.Document == lesson.PublishedDocument }).ToListAsync();
        var written = (await (await GetDbContextAsync()).Set<LessonQuestion>().AsNoTracking().Where(question => question.CourseId == courseId).ToListAsync())
            .ToLookup(question => question.LessonId);
        return [.. online.Where(lesson => !lesson.IsSameText || lesson.PublishedQuestionsJson != QuestionSet.Of(written[lesson.Id]).Json).Select(lesson => lesson.Id)];
    }
}
