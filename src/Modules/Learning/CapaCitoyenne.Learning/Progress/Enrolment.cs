namespace CapaCitoyenne.Learning.Progress;

/// <summary>One learner in one course: there is never a second row.</summary>
internal sealed class Enrolment : BasicAggregateRoot<Guid>, IMultiTenant
{
    private Enrolment() { }

    public Guid? TenantId { get; private set; }

    public Guid CourseId { get; private set; }

    public Guid LearnerId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>Where to resume.</summary>
    public Guid? LastLessonId { get; private set; }

    public void Visit(Guid lessonId) => LastLessonId = lessonId;
}

/// <summary>A lesson that is done, once per enrolment.</summary>
internal sealed class LessonProgress : Entity<Guid>, IMultiTenant
{
    private LessonProgress() { }

    public Guid? TenantId { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid LessonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DoneAt { get; private set; }

    public CompletionReason Reason { get; private set; }
}

/// <summary>Why a lesson counts as done.</summary>
internal enum CompletionReason
{
    /// <summary>An attempt reached the threshold.</summary>
    Passed,

    /// <summary>The learner said so, or answered.</summary>
    Completed,

    /// <summary>Done before signing in, in the same browser.</summary>
    Joined,
}

/// <summary>One attempt at a lesson's questions, frozen: what was shown, answered and earned. Never changed, never deleted.</summary>
internal sealed class LessonAttempt : Entity<Guid>, IMultiTenant
{
    private LessonAttempt() { }

    public Guid? TenantId { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid LessonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime AnsweredAt { get; private set; }

    public decimal Mark { get; private set; }

    public decimal Available { get; private set; }

    /// <summary>The engine's attempt.</summary>
    public string AttemptJson { get; private set; } = "";
}

/// <summary>
/// An exercise that a learner does in one of their spaces. Without a concurrency stamp: a check writes what it has just seen, the last one counts.
/// </summary>
internal sealed class Practice : BasicAggregateRoot<Guid>, IMultiTenant
{
    private Practice() { }

    public Guid? TenantId { get; private set; }

    public Guid EnrolmentId { get; private set; }

    public Guid LessonId { get; private set; }

    /// <summary>What the lesson asked for when the learner practised.</summary>
    public string TaskName { get; private set; } = "";

    /// <summary>The space that was looked at last.</summary>
    public Guid SpaceId { get; private set; }

    /// <summary>UTC; stays once passed: taking the page off again does not undo what was learnt.</summary>
    public DateTime? PassedAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>What was missing, as JSON.</summary>
    public string FindingsJson { get; private set; } = "[]";

    /// <summary>Whether this is what the lesson asks for now, and it passed.</summary>
    public bool HasPassed(string? taskName) => PassedAt is not null && TaskName == taskName;

    /// <summary>The author asks for something else now: what was found about the former exercise says nothing about this one.</summary>
    public void Take(string taskName)
    {
        if (taskName == TaskName) return;
        (TaskName, PassedAt, FindingsJson) = (taskName, null, "[]");
    }

    public void Record(Guid spaceId, bool passed, string findingsJson, DateTime now)
    {
        (SpaceId, CheckedAt, FindingsJson) = (spaceId, now, findingsJson);
        if (passed) PassedAt ??= now;
    }
}
