using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Courses;

/// <summary>A course of a space, or of the hub's catalogue on the host side.</summary>
internal sealed class Course : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Course() { }

    public Course(Guid id, string slug, string title, string summary, string language)
        : base(id)
    {
        Describe(slug, title, summary, language);
        Status = CourseStatus.Draft;
    }

    public Guid? TenantId { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string Language { get; private set; } = "";

    public CourseStatus Status { get; private set; }

    /// <summary>UTC; of the last publication.</summary>
    public DateTime? PublishedAt { get; private set; }

    public void Describe(string slug, string title, string summary, string language) =>
        (Slug, Title, Summary, Language) = (slug, title.Trim(), summary.Trim(), language);

    public void Publish(int lessonCount, DateTime now)
    {
        if (lessonCount == 0) throw new BusinessException(LearningErrorCodes.CourseHasNoLesson);
        if (Status == CourseStatus.Published) return;
        (Status, PublishedAt) = (CourseStatus.Published, now);
    }

    /// <param name="remaining">Lessons that learners could still open.</param>
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.LastLessonOnline"/>: a public course would be empty.</exception>
    public void EnsureKeepsLesson(int remaining)
    {
        if (Status == CourseStatus.Published && remaining == 0) throw new BusinessException(LearningErrorCodes.LastLessonOnline);
    }

    /// <param name="changed">Lessons that learners read otherwise than they are written; see <see cref="ILessonRepository.FindChangedAsync"/>.</param>
    public LessonState StateOf(Guid lessonId, bool isOnline, IReadOnlySet<Guid> changed) =>
        Status == CourseStatus.Draft ? LessonState.Draft : !isOnline ? LessonState.New : changed.Contains(lessonId) ? LessonState.Changed : LessonState.Online;

    public void Unpublish() => Status = CourseStatus.Draft;
}
