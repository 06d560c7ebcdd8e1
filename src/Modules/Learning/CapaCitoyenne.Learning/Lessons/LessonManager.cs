using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Rules of lessons that need other rows or other modules.</summary>
internal sealed class LessonManager(ILessonRepository lessons, IPageDocumentIntegrationService documents, IEnumerable<ITaskCheck> checks) : DomainService
{
    public async Task<Lesson> CreateAsync(Course course, string? slug, string title)
    {
        var others = await lessons.GetOutlineAsync([course.Id]);
        if (others.Count >= CourseConsts.MaxLessons) throw new BusinessException(LearningErrorCodes.TooManyLessons).WithData("Max", CourseConsts.MaxLessons);
        slug = string.IsNullOrEmpty(slug) ? Slug.From(title, LessonConsts.MaxSlugLength) : slug;
        CheckSlug(others, slug, except: null);
        return new Lesson(GuidGenerator.Create(), course.Id, others.Count == 0 ? 0 : others.Max(other => other.Position) + 1, slug, title);
    }

    public async Task DescribeAsync(Lesson lesson, string? slug, string title, string aim, int minutes)
    {
        slug = string.IsNullOrEmpty(slug) ? lesson.Slug : slug;
        CheckSlug(await lessons.GetOutlineAsync([lesson.CourseId]), slug, lesson.Id);
        lesson.Describe(slug, title, aim, minutes);
    }

    /// <summary>An absent document is an empty one.</summary>
    public async Task WriteAsync(Lesson lesson, string? document, string language)
    {
        if (string.IsNullOrWhiteSpace(document))
        {
            lesson.Write(documents.EmptyDocument(language));
            return;
        }

        if ((await documents.ValidateAsync(document)).Find(issue => issue.Severity == DocumentIssueSeverity.Error) is { } error)
            throw new BusinessException(LearningErrorCodes.DocumentNotValid).WithData("Path", error.Path).WithData("Reason", error.Message);
        lesson.Write(document);
    }

    public void Ask(Lesson lesson, string? taskName, string? taskText)
    {
        if (!string.IsNullOrEmpty(taskName) && checks.All(check => check.Name != taskName))
            throw new BusinessException(LearningErrorCodes.TaskUnknown).WithData("Name", taskName);
        lesson.Ask(taskName, taskText);
    }

    /// <summary>Moves a lesson and renumbers the others.</summary>
    public async Task MoveAsync(Lesson lesson, int position)
    {
        var order = (await lessons.GetListAsync(other => other.CourseId == lesson.CourseId)).OrderBy(other => other.Position).ToList();
        order.RemoveAll(other => other.Id == lesson.Id);
        order.Insert(Math.Clamp(position, 0, order.Count), lesson);
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].Position == i) continue;
            order[i].Position = i;
            await lessons.UpdateAsync(order[i]);
        }
    }

    private static void CheckSlug(List<LessonOutline> others, string slug, Guid? except)
    {
        if (others.Any(other => other.Slug == slug && other.Id != except))
            throw new BusinessException(LearningErrorCodes.LessonSlugTaken).WithData("Slug", slug);
    }
}
