using System.Globalization;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>Rules of lessons that need other rows or other modules.</summary>
internal sealed class LessonManager(
    ILessonRepository lessons, IRepository<LessonQuestion, Guid> questions, IPageDocumentIntegrationService documents, IEnumerable<ITaskCheck> checks) : DomainService
{
    public async Task<Lesson> CreateAsync(Course course, string? slug, string title)
    {
        var others = await GetOthersAsync(course.Id);
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

        var errors = (await documents.ValidateAsync(document)).FindAll(issue => issue.Severity == DocumentIssueSeverity.Error);
        if (errors.Count > 0) throw new DocumentIssuesException(LearningErrorCodes.DocumentNotValid, errors).WithData("Path", errors[0].Path).WithData("Reason", errors[0].Message);
        lesson.Write(document);
    }

    /// <summary>What is written now becomes what learners get.</summary>
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.LessonNotPublishable"/>: a picture is not described, a button leads nowhere.</exception>
    public async Task PutOnlineAsync(params IReadOnlyCollection<Lesson> written)
    {
        var ids = written.Select(lesson => lesson.Id).ToList();
        var rows = (await questions.GetListAsync(question => ids.Contains(question.LessonId))).ToLookup(question => question.LessonId);
        foreach (var lesson in written.OrderBy(lesson => lesson.Position))
        {
            if ((await documents.ValidateAsync(lesson.Document)).Find(issue => issue.Severity >= DocumentIssueSeverity.BlocksPublishing) is { } issue)
            {
                throw new BusinessException(LearningErrorCodes.LessonNotPublishable)
                    .WithData("Title", lesson.Title).WithData("Block", BlockOf(issue.Path)).WithData("Reason", issue.Message);
            }

            lesson.PutOnline(QuestionSet.Of(rows[lesson.Id]));
            await lessons.UpdateAsync(lesson);
        }
    }

    /// <summary>Brings a removed lesson back to its place, under its former address, or one that resembles it when that is taken.</summary>
    public async Task ReturnAsync(Lesson lesson)
    {
        var others = await GetOthersAsync(lesson.CourseId);
        var former = lesson.FormerSlug ?? Slug.From(lesson.Title, LessonConsts.MaxSlugLength);
        var slug = former;
        for (var i = 2; others.Exists(other => other.Slug == slug); i++) slug = $"{former[..Math.Min(former.Length, LessonConsts.MaxSlugLength - 3)]}-{i}";
        lesson.Return(slug);
        await lessons.UpdateAsync(lesson, autoSave: true);
        await MoveAsync(lesson, lesson.Position);
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

    private async Task<List<LessonOutline>> GetOthersAsync(Guid courseId)
    {
        var others = await lessons.GetOutlineAsync([courseId]);
        return others.Count < CourseConsts.MaxLessons ? others : throw new BusinessException(LearningErrorCodes.TooManyLessons).WithData("Max", CourseConsts.MaxLessons);
    }

    // "/blocks/2/alt" is in the third block; people count from one.
    private static int BlockOf(string path) =>
        path.Split('/') is [_, "blocks", var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number + 1 : 1;

    private static void CheckSlug(List<LessonOutline> others, string slug, Guid? except)
    {
        if (others.Any(other => other.Slug == slug && other.Id != except))
            throw new BusinessException(LearningErrorCodes.LessonSlugTaken).WithData("Slug", slug);
    }
}
