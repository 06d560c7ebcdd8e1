using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Courses;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Progress;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>Published courses of the current space, or of the hub, as learners see them, with their progress.</summary>
internal sealed class CatalogueReader(
    IRepository<Course, Guid> courses, ILessonRepository lessons, IEnrolmentRepository enrolments, IAssociationIntegrationService associations,
    ICurrentUser currentUser) : DomainService
{
    public async Task<List<CatalogueCourseDto>> GetListAsync()
    {
        var query = (await courses.GetQueryableAsync()).Where(course => course.Status == CourseStatus.Published);
        return await ReadAsync(await AsyncExecuter.ToListAsync(query.OrderBy(course => course.PublishedAt).ThenBy(course => course.Id).Take(CourseConsts.MaxListed)));
    }

    /// <exception cref="EntityNotFoundException">There is no published course at this address.</exception>
    public async Task<CatalogueCourseDto> GetAsync(string slug) =>
        (await ReadAsync([await courses.GetAsync(course => course.Slug == slug && course.Status == CourseStatus.Published)]))[0];

    public async Task<CatalogueCourseDto> GetAsync(Guid id) =>
        (await ReadAsync([await courses.GetAsync(course => course.Id == id && course.Status == CourseStatus.Published)]))[0];

    private async Task<List<CatalogueCourseDto>> ReadAsync(List<Course> published)
    {
        var ids = published.ConvertAll(course => course.Id);
        var outline = (await lessons.GetOutlineAsync(ids)).Where(lesson => lesson.IsOnline).ToLookup(lesson => lesson.CourseId);
        var progress = currentUser.Id is { } learner ? await enrolments.GetProgressAsync(learner, ids) : LearnerProgress.None;
        var space = await FindSpaceAsync();
        return published.ConvertAll(course => ToDto(course, space, outline[course.Id], progress));
    }

    private async Task<CatalogueSpaceDto?> FindSpaceAsync() =>
        CurrentTenant.Id is { } tenant && (await associations.GetListAsync([tenant])).FirstOrDefault() is { } space
            ? new(space.Name, CourseAddresses.Of(space.Slug))
            : null;

    private static CatalogueCourseDto ToDto(Course course, CatalogueSpaceDto? space, IEnumerable<LessonOutline> outline, LearnerProgress progress)
    {
        var lessons = outline.Select(lesson => new CatalogueLessonDto
        {
            Id = lesson.Id,
            Slug = lesson.Slug,
            Title = lesson.Title,
            Aim = lesson.Aim,
            Minutes = lesson.Minutes,
            QuestionCount = lesson.QuestionCount,
            HasTask = lesson.TaskName is not null,
            IsDone = progress.DoneLessons.Contains(lesson.Id),
            IsTaskDone = progress.PracticeByLesson.GetValueOrDefault(lesson.Id)?.HasPassed(lesson.TaskName) == true,
            BestRatio = progress.BestRatioByLesson.TryGetValue(lesson.Id, out var best) ? best : null,
        }).ToList();
        var last = progress.LastLessonByCourse.GetValueOrDefault(course.Id);
        return new()
        {
            Id = course.Id,
            Slug = course.Slug,
            Path = $"{space?.Path ?? CourseAddresses.Hub}/{course.Slug}",
            Space = space,
            Title = course.Title,
            Summary = course.Summary,
            Language = course.Language,
            Minutes = lessons.Sum(lesson => lesson.Minutes),
            Lessons = lessons,
            IsDone = lessons.Count > 0 && lessons.TrueForAll(lesson => lesson.IsDone && (!lesson.HasTask || lesson.IsTaskDone)),
            ResumeSlug = lessons.Find(lesson => lesson.Id == last)?.Slug,
        };
    }
}
