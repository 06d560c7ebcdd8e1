using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Progress;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Learning.EntityFrameworkCore;

/// <summary>ON CONFLICT DO NOTHING is the same in SQLite and PostgreSQL, and leaves the transaction usable: a failed INSERT would not.</summary>
internal sealed class EfCoreEnrolmentRepository(IDbContextProvider<AbpDbContext> provider, ICurrentTenant currentTenant, IGuidGenerator guidGenerator)
    : EfCoreRepository<AbpDbContext, Enrolment, Guid>(provider), IEnrolmentRepository, ITransientDependency
{
    public async Task<Enrolment> GetOrCreateAsync(Guid courseId, Guid learnerId, DateTime now)
    {
        if (await FindAsync(enrolment => enrolment.CourseId == courseId && enrolment.LearnerId == learnerId) is { } existing) return existing;
        await (await GetDbContextAsync()).Database.ExecuteSqlAsync($"""
            INSERT INTO "LearningEnrolments" ("Id", "TenantId", "CourseId", "LearnerId", "StartedAt")
            VALUES ({guidGenerator.Create()}, {currentTenant.Id}, {courseId}, {learnerId}, {now}) ON CONFLICT DO NOTHING
            """);
        return await GetAsync(enrolment => enrolment.CourseId == courseId && enrolment.LearnerId == learnerId);
    }

    public async Task MarkDoneAsync(Guid enrolmentId, Guid lessonId, CompletionReason reason, DateTime now) =>
        await (await GetDbContextAsync()).Database.ExecuteSqlAsync($"""
            INSERT INTO "LearningLessonProgress" ("Id", "TenantId", "EnrolmentId", "LessonId", "DoneAt", "Reason")
            VALUES ({guidGenerator.Create()}, {currentTenant.Id}, {enrolmentId}, {lessonId}, {now}, {reason.ToString()}) ON CONFLICT DO NOTHING
            """);

    public async Task<Practice> GetOrCreatePracticeAsync(Guid enrolmentId, Guid lessonId, string taskName, Guid spaceId, DateTime now)
    {
        var context = await GetDbContextAsync();
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO "LearningPractices" ("Id", "TenantId", "EnrolmentId", "LessonId", "TaskName", "SpaceId", "CheckedAt", "FindingsJson")
            VALUES ({guidGenerator.Create()}, {currentTenant.Id}, {enrolmentId}, {lessonId}, {taskName}, {spaceId}, {now}, {"[]"}) ON CONFLICT DO NOTHING
            """);
        var kept = await context.Set<Practice>().SingleAsync(practice => practice.EnrolmentId == enrolmentId && practice.LessonId == lessonId);
        kept.Take(taskName);
        return kept;
    }

    public async Task<List<Practice>> GetWaitingPracticesAsync(Guid spaceId, string taskName)
    {
        var context = await GetDbContextAsync();
        return await context.Set<Practice>().IgnoreQueryFilters([AbpDbContext.TenantFilter])
            .Where(practice => practice.SpaceId == spaceId && practice.TaskName == taskName && practice.PassedAt == null
                && context.Set<Lesson>().Any(lesson => lesson.Id == practice.LessonId && lesson.TaskName == taskName))
            .ToListAsync();
    }

    public async Task AddAttemptAsync(Guid attemptId, Guid enrolmentId, Guid lessonId, decimal mark, decimal available, string attemptJson, DateTime now) =>
        await (await GetDbContextAsync()).Database.ExecuteSqlAsync($"""
            INSERT INTO "LearningAttempts" ("Id", "TenantId", "EnrolmentId", "LessonId", "AnsweredAt", "Mark", "Available", "AttemptJson")
            VALUES ({attemptId}, {currentTenant.Id}, {enrolmentId}, {lessonId}, {now}, {mark}, {available}, {attemptJson}) ON CONFLICT DO NOTHING
            """);

    public async Task<LearnerProgress> GetProgressAsync(Guid learnerId, IReadOnlyCollection<Guid> courseIds)
    {
        var context = await GetDbContextAsync();
        var enrolments = await context.Set<Enrolment>()
            .Where(enrolment => enrolment.LearnerId == learnerId && courseIds.Contains(enrolment.CourseId))
            .Select(enrolment => new { enrolment.Id, enrolment.CourseId, enrolment.LastLessonId })
            .ToListAsync();
        if (enrolments.Count == 0) return LearnerProgress.None;
        var ids = enrolments.ConvertAll(enrolment => enrolment.Id);
        var done = await context.Set<LessonProgress>().Where(row => ids.Contains(row.EnrolmentId)).Select(row => row.LessonId).ToListAsync();
        var attempts = await context.Set<LessonAttempt>().Where(row => ids.Contains(row.EnrolmentId) && row.Available > 0)
            .Select(row => new { row.LessonId, row.Mark, row.Available }).ToListAsync();
        var practices = await context.Set<Practice>().Where(row => ids.Contains(row.EnrolmentId)).ToListAsync();
        return new(
            enrolments.ToDictionary(enrolment => enrolment.CourseId, enrolment => enrolment.LastLessonId),
            done.ToHashSet(),
            attempts.GroupBy(row => row.LessonId).ToDictionary(group => group.Key, group => group.Max(row => row.Mark / row.Available)),
            practices.ToDictionary(row => row.LessonId));
    }

    public async Task<Dictionary<Guid, int>> CountDoneAsync(Guid courseId)
    {
        var context = await GetDbContextAsync();
        return await (
            from row in context.Set<LessonProgress>()
            join enrolment in context.Set<Enrolment>() on row.EnrolmentId equals enrolment.Id
            where enrolment.CourseId == courseId
            group row by row.LessonId into lesson
            select new { lesson.Key, Count = lesson.Count() }).ToDictionaryAsync(lesson => lesson.Key, lesson => lesson.Count);
    }

    public async Task<int> CountFinishedAsync(Guid courseId, IReadOnlyCollection<LessonOutline> lessons)
    {
        if (lessons.Count == 0) return 0;
        var context = await GetDbContextAsync();
        var ids = lessons.Select(lesson => lesson.Id).ToList();
        var withTask = lessons.Where(lesson => lesson.TaskName is not null).Select(lesson => lesson.Id).ToList();
        return await context.Set<Enrolment>().CountAsync(enrolment => enrolment.CourseId == courseId
            && context.Set<LessonProgress>().Count(row => row.EnrolmentId == enrolment.Id && ids.Contains(row.LessonId)) == ids.Count
            && context.Set<Practice>().Count(row => row.EnrolmentId == enrolment.Id && withTask.Contains(row.LessonId) && row.PassedAt != null
                && context.Set<Lesson>().Any(lesson => lesson.Id == row.LessonId && lesson.TaskName == row.TaskName)) == withTask.Count);
    }

    public async Task<List<LessonAttempt>> GetFirstAttemptsAsync(Guid courseId)
    {
        const int Max = 1_000;
        var context = await GetDbContextAsync();
        return await (
            from row in context.Set<LessonAttempt>()
            join enrolment in context.Set<Enrolment>() on row.EnrolmentId equals enrolment.Id
            where enrolment.CourseId == courseId && !context.Set<LessonAttempt>().Any(earlier =>
                earlier.EnrolmentId == row.EnrolmentId && earlier.LessonId == row.LessonId && earlier.AnsweredAt < row.AnsweredAt)
            orderby row.AnsweredAt descending
            select row).Take(Max).ToListAsync();
    }

    public async Task<List<LearnerCourse>> GetAllOfAsync(Guid learnerId)
    {
        var context = await GetDbContextAsync();
        var lessons = context.Set<Lesson>();
        return await (
            from enrolment in context.Set<Enrolment>().IgnoreQueryFilters()
            join course in context.Set<Course>() on enrolment.CourseId equals course.Id
            where enrolment.LearnerId == learnerId
            orderby enrolment.StartedAt
            select new LearnerCourse(
                course.Title, enrolment.StartedAt,
                context.Set<LessonProgress>().Where(row => row.EnrolmentId == enrolment.Id).OrderBy(row => row.DoneAt)
                    .Join(lessons, row => row.LessonId, lesson => lesson.Id, (row, lesson) => new LearnerLesson(lesson.Title, row.DoneAt)).ToList(),
                context.Set<LessonAttempt>().Where(row => row.EnrolmentId == enrolment.Id).OrderBy(row => row.AnsweredAt)
                    .Join(lessons, row => row.LessonId, lesson => lesson.Id, (row, lesson) => new LearnerAttempt(lesson.Title, row.AnsweredAt, row.Mark, row.Available)).ToList(),
                context.Set<Practice>().Where(row => row.EnrolmentId == enrolment.Id)
                    .Join(lessons, row => row.LessonId, lesson => lesson.Id, (row, lesson) => new LearnerPractice(lesson.Title, row.TaskName, row.PassedAt)).ToList()))
            .AsNoTracking().AsSplitQuery().ToListAsync();
    }

    public async Task DeleteAllOfAsync(Guid learnerId)
    {
        var context = await GetDbContextAsync();
        var enrolments = context.Set<Enrolment>().IgnoreQueryFilters().Where(enrolment => enrolment.LearnerId == learnerId);
        var ids = enrolments.Select(enrolment => enrolment.Id);
        await context.Set<LessonProgress>().IgnoreQueryFilters().Where(row => ids.Contains(row.EnrolmentId)).ExecuteDeleteAsync();
        await context.Set<LessonAttempt>().IgnoreQueryFilters().Where(row => ids.Contains(row.EnrolmentId)).ExecuteDeleteAsync();
        await context.Set<Practice>().IgnoreQueryFilters().Where(row => ids.Contains(row.EnrolmentId)).ExecuteDeleteAsync();
        await enrolments.ExecuteDeleteAsync();
    }
}
