using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Learning.Lessons;

/// <summary>One lesson: a document, and the rule by which it counts as done. Its questions are rows of their own.</summary>
internal sealed class Lesson : FullAuditedAggregateRoot<Guid>, IMultiTenant, IShowsMedia
{
    /// <summary>Between a removed lesson's former address and its id, in no address that is in use.</summary>
    private const char Retired = '~';

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

    /// <summary><c>page/1</c> JSON, as its author writes it.</summary>
    public string Document { get; private set; } = "";

    /// <summary>The document that learners read: the one that was put online last. Null while none was.</summary>
    public string? PublishedDocument { get; private set; }

    /// <summary>The questions that learners get: those that were put online last.</summary>
    public string? PublishedQuestionsJson { get; private set; }

    public int PublishedQuestionCount { get; private set; }

    public bool IsOnline => PublishedDocument is not null;

    public CompletionRule CompletionRule { get; private set; }

    public decimal PassRatio { get; private set; }

    public string? TaskName { get; private set; }

    public string? TaskText { get; private set; }

    public void Describe(string slug, string title, string aim, int minutes) =>
        (Slug, Title, Aim, Minutes) = (slug, title.Trim(), aim.Trim(), minutes);

    public IReadOnlyCollection<Guid> FindMedia() => MediaUrns.In(Document + PublishedDocument);

    public void Write(string document) => Document = document;

    /// <summary>What is written now is what learners get from here on.</summary>
    public void PutOnline(QuestionSet questions) =>
        (PublishedDocument, PublishedQuestionsJson, PublishedQuestionCount) = (Document, questions.Json, questions.Count);

    public void CountWhen(CompletionRule rule, decimal passRatio) => (CompletionRule, PassRatio) = (rule, passRatio);

    /// <summary>An exercise in the real tool, or none.</summary>
    public void Ask(string? taskName, string? taskText) =>
        (TaskName, TaskText) = string.IsNullOrEmpty(taskName) ? (null, null) : (taskName, taskText?.Trim());

    /// <summary>Whether an attempt makes the lesson done.</summary>
    public bool IsDoneBy(decimal ratio, bool answeredAny) => CompletionRule == CompletionRule.Passed ? ratio >= PassRatio : answeredAny;

    /// <summary>Gives the address free for another lesson; the row stays for those who did it, and remembers its address.</summary>
    public void Retire()
    {
        var id = Retired + Id.ToString("N");
        var room = LessonConsts.MaxSlugLength - id.Length;
        Slug = (Slug.Length > room ? Slug[..room].TrimEnd('-') : Slug) + id;
    }

    /// <summary>Where a removed lesson stood, or its beginning; null when that is not known.</summary>
    public string? FormerSlug => Slug.IndexOf(Retired, StringComparison.Ordinal) is > 0 and var end ? Slug[..end] : null;

    /// <summary>Takes the removal back.</summary>
    public void Return(string slug)
    {
        Undelete();
        Slug = slug;
    }
}

/// <summary>A lesson without its document.</summary>
/// <param name="IsOnline">Learners find it once its course is public.</param>
/// <param name="QuestionCount">Those that learners get.</param>
internal sealed record LessonOutline(
    Guid Id, Guid CourseId, int Position, string Slug, string Title, string Aim, int Minutes, CompletionRule CompletionRule, decimal PassRatio, string? TaskName,
    bool IsOnline, int QuestionCount);
