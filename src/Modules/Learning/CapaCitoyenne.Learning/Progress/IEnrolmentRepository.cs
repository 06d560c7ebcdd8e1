using CapaCitoyenne.Learning.Lessons;

namespace CapaCitoyenne.Learning.Progress;

/// <summary>Progress, written so that a double click, two tabs or two machines never make two of anything.</summary>
internal interface IEnrolmentRepository : IRepository<Enrolment, Guid>
{
    /// <summary>The learner's enrolment, made when there is none.</summary>
    Task<Enrolment> GetOrCreateAsync(Guid courseId, Guid learnerId, DateTime now);

    /// <summary>Does nothing when the lesson is done already.</summary>
    Task MarkDoneAsync(Guid enrolmentId, Guid lessonId, CompletionReason reason, DateTime now);

    /// <summary>The learner's practice of a lesson's exercise, made when there is none, begun again when it was of another exercise.</summary>
    Task<Practice> GetOrCreatePracticeAsync(Guid enrolmentId, Guid lessonId, string taskName, Guid spaceId, DateTime now);

    /// <summary>Practices in this space that have not passed yet, of courses of the hub and of any space, whose lesson still asks for this.</summary>
    Task<List<Practice>> GetWaitingPracticesAsync(Guid spaceId, string taskName);

    /// <summary>Keeps a frozen attempt; the same <paramref name="attemptId"/> a second time changes nothing.</summary>
    Task AddAttemptAsync(Guid attemptId, Guid enrolmentId, Guid lessonId, decimal mark, decimal available, string attemptJson, DateTime now);

    /// <summary>What this learner did in these courses.</summary>
    Task<LearnerProgress> GetProgressAsync(Guid learnerId, IReadOnlyCollection<Guid> courseIds);

    /// <summary>Lesson → how many learners have done it.</summary>
    Task<Dictionary<Guid, int>> CountDoneAsync(Guid courseId);

    /// <summary>How many learners have done all of these lessons and passed their exercises.</summary>
    Task<int> CountFinishedAsync(Guid courseId, IReadOnlyCollection<LessonOutline> lessons);

    /// <summary>The first attempt of each learner at each lesson, the latest 1,000 of them.</summary>
    Task<List<LessonAttempt>> GetFirstAttemptsAsync(Guid courseId);

    /// <summary>All that a learner did, in the courses of the hub and of every space, whatever has become of them.</summary>
    Task<List<LearnerCourse>> GetAllOfAsync(Guid learnerId);

    /// <summary>Forgets all that a learner did, everywhere.</summary>
    Task DeleteAllOfAsync(Guid learnerId);
}

/// <summary>What a learner did in a course.</summary>
/// <param name="StartedAt">UTC.</param>
internal sealed record LearnerCourse(string Course, DateTime StartedAt, List<LearnerLesson> Lessons, List<LearnerAttempt> Attempts, List<LearnerPractice> Practices);

/// <param name="DoneAt">UTC.</param>
internal sealed record LearnerLesson(string Lesson, DateTime DoneAt);

/// <summary>Answers to the questions of a lesson, as they were marked.</summary>
/// <param name="AnsweredAt">UTC.</param>
internal sealed record LearnerAttempt(string Lesson, DateTime AnsweredAt, decimal Mark, decimal Available);

/// <param name="PassedAt">UTC; null while it was not.</param>
internal sealed record LearnerPractice(string Lesson, string Task, DateTime? PassedAt);

/// <summary>A learner's progress in some courses.</summary>
internal sealed record LearnerProgress(
    IReadOnlyDictionary<Guid, Guid?> LastLessonByCourse,
    IReadOnlySet<Guid> DoneLessons,
    IReadOnlyDictionary<Guid, decimal> BestRatioByLesson,
    IReadOnlyDictionary<Guid, Practice> PracticeByLesson)
{
    public static LearnerProgress None { get; } =
        new(new Dictionary<Guid, Guid?>(), new HashSet<Guid>(), new Dictionary<Guid, decimal>(), new Dictionary<Guid, Practice>());
}
