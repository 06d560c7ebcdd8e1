namespace CapaCitoyenne.Learning.Questions;

/// <summary>A question of a lesson. The question itself, keys included, is the engine's immutable record, stored as JSON.</summary>
internal sealed class LessonQuestion : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private LessonQuestion() { }

    public LessonQuestion(Guid id, Guid courseId, Guid lessonId, int position, Question question)
        : base(id)
    {
        (CourseId, LessonId, Position) = (courseId, lessonId, position);
        Set(question);
    }

    public Guid? TenantId { get; private set; }

    public Guid CourseId { get; private set; }

    public Guid LessonId { get; private set; }

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    /// <summary>The author's key, for imports.</summary>
    public string? ExternalId { get; private set; }

    /// <summary>Of the content; see <see cref="QuestionJson.Hash"/>.</summary>
    public string Hash { get; private set; } = "";

    public string Content { get; private set; } = "";

    /// <summary>How many contents the question has had.</summary>
    public int Version { get; private set; }

    public Question Read() => QuestionJson.ReadQuestion(Content);

    /// <summary>Takes the removal back.</summary>
    public void Return() => Undelete();

    /// <summary>Gives the question another content. Attempts keep the one they froze.</summary>
    /// <exception cref="BusinessException"><see cref="LearningErrorCodes.QuestionNotUsable"/>: it cannot be marked.</exception>
    public void Set(Question question)
    {
        var error = question.Check().FirstOrDefault(issue => issue.IsError);
        var content = QuestionJson.Write(question);
        if (error is not null || content.Length > QuestionConsts.MaxContentLength)
        {
            throw new BusinessException(LearningErrorCodes.QuestionNotUsable)
                .WithData("Code", error?.Code).WithData("Path", error?.Path);
        }

        (ExternalId, Content, Hash) = (question.ExternalId, content, QuestionJson.Hash(question));
        Version++;
    }
}
