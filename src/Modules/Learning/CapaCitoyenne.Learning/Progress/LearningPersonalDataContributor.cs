using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Courses;

namespace CapaCitoyenne.Learning.Progress;

/// <summary>
/// What a learner did is theirs alone and goes with the account; results of a course then count one learner less. Courses that they wrote are the
/// space's and stay: they carry no name.
/// </summary>
internal sealed class LearningPersonalDataContributor(IEnrolmentRepository enrolments, IRepository<Course, Guid> courses, IDataFilter dataFilter) : IPersonalDataContributor
{
    public async Task<PersonalDataSection?> CollectAsync(PersonalDataSubject person)
    {
        using var all = dataFilter.Disable<IMultiTenant>();
        var followed = await enrolments.GetAllOfAsync(person.UserId);
        var written = await courses.GetListAsync(course => course.CreatorId == person.UserId);
        return followed.Count + written.Count == 0
            ? null
            : new PersonalDataSection("learning", new { Courses = followed, CoursesWritten = written.ConvertAll(course => new { course.Title, course.CreationTime }) });
    }

    public Task EraseAsync(PersonalDataSubject person) => enrolments.DeleteAllOfAsync(person.UserId);
}
