using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Progress;

/// <summary>Brings what was done before signing in into the account: in courses of the current space, or of the hub.</summary>
internal sealed class ProgressJoiner(IRepository<Course, Guid> courses, ILessonRepository lessons, IEnrolmentRepository enrolments) : DomainService
{
    public async Task JoinAsync(Guid learnerId, IReadOnlyCollection<Guid> doneLessons)
    {
        var found = await lessons.GetListAsync(lesson => doneLessons.Contains(lesson.Id));
        foreach (var course in found.GroupBy(lesson => lesson.CourseId))
        {
            if (!await courses.AnyAsync(row => row.Id == course.Key && row.Status == CourseStatus.Published)) continue;
            var enrolment = await enrolments.GetOrCreateAsync(course.Key, learnerId, Clock.Now);
            foreach (var lesson in course) await enrolments.MarkDoneAsync(enrolment.Id, lesson.Id, CompletionReason.Joined, Clock.Now);
        }
    }
}
