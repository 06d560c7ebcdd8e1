using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Courses;

internal static class CourseMapper
{
    public static CourseListItemDto ToListItemDto(this Course course, IReadOnlyCollection<LessonOutline> lessons) => new()
    {
        Id = course.Id,
        Title = course.Title,
        Slug = course.Slug,
        Summary = course.Summary,
        Status = course.Status,
        LessonCount = lessons.Count,
        Minutes = lessons.Sum(lesson => lesson.Minutes),
        LastModificationTime = course.LastModificationTime,
    };

    public static CourseDto ToDto(this Course course, IEnumerable<LessonOutline> lessons, Dictionary<Guid, int> questionCounts, HashSet<Guid> changed) => new()
    {
        Id = course.Id,
        Title = course.Title,
        Slug = course.Slug,
        Summary = course.Summary,
        Language = course.Language,
        Status = course.Status,
        ConcurrencyStamp = course.ConcurrencyStamp,
        CreationTime = course.CreationTime,
        CreatorId = course.CreatorId,
        LastModificationTime = course.LastModificationTime,
        LastModifierId = course.LastModifierId,
        Lessons = [.. lessons.Select(lesson => lesson.ToListItemDto(questionCounts.GetValueOrDefault(lesson.Id), course.StateOf(lesson.Id, lesson.IsOnline, changed)))],
    };

    public static LessonListItemDto ToListItemDto(this LessonOutline lesson, int questionCount, LessonState state) => new()
    {
        Id = lesson.Id,
        Title = lesson.Title,
        Slug = lesson.Slug,
        Aim = lesson.Aim,
        Minutes = lesson.Minutes,
        QuestionCount = questionCount,
        TaskName = lesson.TaskName,
        State = state,
    };

    public static LessonDto ToDto(this Lesson lesson, int questionCount, LessonState state) => new()
    {
        Id = lesson.Id,
        CourseId = lesson.CourseId,
        Title = lesson.Title,
        Slug = lesson.Slug,
        Aim = lesson.Aim,
        Minutes = lesson.Minutes,
        QuestionCount = questionCount,
        State = state,
        Document = lesson.Document,
        CompletionRule = lesson.CompletionRule,
        PassRatio = lesson.PassRatio,
        TaskName = lesson.TaskName,
        TaskText = lesson.TaskText,
        ConcurrencyStamp = lesson.ConcurrencyStamp,
    };
}
