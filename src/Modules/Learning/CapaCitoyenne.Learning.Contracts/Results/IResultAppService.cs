using CapaCitoyenne.Learning.Questions;

namespace CapaCitoyenne.Learning.Results;

/// <summary>How a course goes, in figures without names, for its authors. Served at <c>/api/learning/result</c>.</summary>
public interface IResultAppService : IApplicationService
{
    /// <param name="id">The course.</param>
    Task<CourseResultDto> GetAsync(Guid id);
}

/// <summary>Figures about fewer than <see cref="MinLearners"/> learners are null: they would be about persons.</summary>
public class CourseResultDto : EntityDto<Guid>
{
    public const int MinLearners = 5;

    /// <summary>Signed-in learners who began.</summary>
    public int? Started { get; set; }

    /// <summary>Those who did all lessons and passed all exercises.</summary>
    public int? Done { get; set; }

    /// <summary>In the order of the course: where learners stop.</summary>
    public List<LessonResultDto> Lessons { get; set; } = [];
}

public class LessonResultDto : EntityDto<Guid>
{
    public string Title { get; set; } = "";

    public int? Done { get; set; }

    public List<QuestionResultDto> Questions { get; set; } = [];
}

/// <summary>First attempts only. Not answering is counted apart from answering wrongly.</summary>
public class QuestionResultDto
{
    public string Text { get; set; } = "";

    public QuestionKind Kind { get; set; }

    public int? Answered { get; set; }

    public int? Unanswered { get; set; }

    /// <summary>Mean part of the mark of those who answered, 0 to 1.</summary>
    public decimal? Success { get; set; }
}
