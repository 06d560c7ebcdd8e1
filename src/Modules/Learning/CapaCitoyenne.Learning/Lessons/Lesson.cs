using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>One lesson: a document, and the rule by which it counts as done. Its questions are rows of their own.</summary>
internal sealed class Lesson : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    private Lesson() { }

    public Lesson(Guid id, Guid courseId, int position, string slug, string title)
        : base(id) => (CourseId, Position, Slug, Title) = (courseId, position, slug, title);

    public Guid? TenantId { get; private set; }

    public Guid CourseId { get; private set; }

    /// <summary>From 0.</summary>
    public int Position { get; internal set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Aim { get; private set; } = "";

    public int Minutes { get; private set; }

    /// <summary><c>page/1</c> JSON.</summary>
    public string Document { get; private set; } = "";

    public CompletionRule CompletionRule { get; private set; }

    public decimal PassRatio { get; private set; }

    public string? TaskName { get; private set; }

    public string? TaskText { get; private set; }

    public void Describe(string slug, string title, string aim, int minutes) =>
        (Slug, Title, Aim, Minutes) = (slug, title.Trim(), aim.Trim(), minutes);

    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(Document);

    public void Write(string document) => Document = document;

    public void CountWhen(CompletionRule rule, decimal passRatio) => (CompletionRule, PassRatio) = (rule, passRatio);

    /// <summary>An exercise in the real tool, or none.</summary>
    public void Ask(string? taskName, string? taskText) =>
        (TaskName, TaskText) = string.IsNullOrEmpty(taskName) ? (null, null) : (taskName, taskText?.Trim());

    /// <summary>Whether an attempt makes the lesson done.</summary>
    public bool IsDoneBy(decimal ratio, bool answeredAny) => CompletionRule == CompletionRule.Passed ? ratio >= PassRatio : answeredAny;

    /// <summary>Gives the address free for another lesson; the row stays for those who did it.</summary>
    public void Retire() => Slug = Id.ToString("N");
}

/// <summary>A lesson without its document.</summary>
internal sealed record LessonOutline(
    Guid Id, Guid CourseId, int Position, string Slug, string Title, string Aim, int Minutes, CompletionRule CompletionRule, decimal PassRatio, string? TaskName);
