using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>Published courses of the catalogue for <c>course:</c> in documents. Two queries, whatever the number.</summary>
internal sealed class CourseReferenceProvider(IRepository<Course, Guid> courses, ILessonRepository lessons, ICurrentTenant currentTenant) : IReferenceProvider
{
    public string Scheme => "course";

    public string PathOf(string name) => CourseAddresses.Hub + "/" + name;

    public async Task<List<ReferencedItem>> FindAsync(IReadOnlyList<string> names)
    {
        using var hub = currentTenant.Change(null);
        var found = await courses.GetListAsync(course => names.Contains(course.Slug) && course.Status == CourseStatus.Published);
        var minutes = (await lessons.GetOutlineAsync(found.ConvertAll(course => course.Id))).Where(lesson => lesson.IsOnline)
            .ToLookup(lesson => lesson.CourseId, lesson => lesson.Minutes);
        return found.ConvertAll(course => new ReferencedItem(course.Slug, course.Title, course.Summary, minutes[course.Id].Sum()));
    }
}
