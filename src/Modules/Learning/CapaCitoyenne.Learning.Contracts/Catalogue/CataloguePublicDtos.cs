using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Learning.Lessons;
using CapaCitoyenne.Learning.Questions;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>A course in the catalogue, with the learner's progress when somebody is signed in.</summary>
public class CatalogueCourseDto : EntityDto<Guid>
{
    public string Slug { get; set; } = "";

    /// <summary>Address on the hub, starting with a slash; that of a lesson is this, a slash, and its slug.</summary>
    public string Path { get; set; } = "";

    /// <summary>Who wrote it; null for the hub's own.</summary>
    public CatalogueSpaceDto? Space { get; set; }

    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Language { get; set; } = "fr";

    public int Minutes { get; set; }

    public List<CatalogueLessonDto> Lessons { get; set; } = [];

    /// <summary>All lessons and exercises are done.</summary>
    public bool IsDone { get; set; }

    /// <summary>The lesson where a signed-in learner was last; null when they have not begun.</summary>
    public string? ResumeSlug { get; set; }
}

/// <param name="Path">Address of its courses on the hub, starting with a slash.</param>
public record CatalogueSpaceDto(string Name, string Path);

/// <summary>A lesson in the outline.</summary>
public class CatalogueLessonDto : EntityDto<Guid>
{
    public string Slug { get; set; } = "";

    public string Title { get; set; } = "";

    public string Aim { get; set; } = "";

    public int Minutes { get; set; }

    public int QuestionCount { get; set; }

    public bool HasTask { get; set; }

    public bool IsDone { get; set; }

    public bool IsTaskDone { get; set; }

    /// <summary>Of the best attempt, from 0 to 1; null when there is none.</summary>
    public decimal? BestRatio { get; set; }
}

/// <summary>A lesson to read.</summary>
public class LessonPageDto
{
    public CatalogueCourseDto Course { get; set; } = new();

    public CatalogueLessonDto Lesson { get; set; } = new();

    /// <summary>Safe HTML.</summary>
    public string Html { get; set; } = "";

    public CompletionRule CompletionRule { get; set; }

    public decimal PassRatio { get; set; }

    public QuestionSheetDto Questions { get; set; } = new();

    /// <summary>Null for a lesson without exercise.</summary>
    public TaskPanelDto? Task { get; set; }
}

/// <summary>The questions of a lesson as this attempt shows them.</summary>
public class QuestionSheetDto
{
    /// <summary>Names the attempt: it decides the order of the options, and sending it twice counts once.</summary>
    public Guid AttemptId { get; set; }

    /// <summary>Stands for the questions as they are now; answers to older ones are refused.</summary>
    public string Version { get; set; } = "";

    public List<SheetQuestionDto> Questions { get; set; } = [];
}

/// <summary>One question without any key.</summary>
public class SheetQuestionDto
{
    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public QuestionKind Kind { get; set; }

    /// <summary>Plain text.</summary>
    public string Text { get; set; } = "";

    public List<SheetOptionDto> Options { get; set; } = [];

    /// <summary>Multiple choice: all the right ones and no other, or nothing.</summary>
    public bool AllOrNothing { get; set; }
}

/// <param name="Position">From 1: what is sent back.</param>
public record SheetOptionDto(int Position, string Text);

public class AnswerSheetInput
{
    public Guid AttemptId { get; set; }

    [Required, StringLength(QuestionConsts.HashLength)]
    public string Version { get; set; } = "";

    [MaxLength(QuestionConsts.MaxPerLesson)]
    public List<SheetAnswerInput> Answers { get; set; } = [];
}

public class SheetAnswerInput
{
    public int Number { get; set; }

    /// <summary>Positions of options, <c>true</c> or <c>false</c>, or the text typed.</summary>
    [MaxLength(QuestionConsts.MaxAnswers)]
    public List<string> Values { get; set; } = [];
}

/// <summary>A marked attempt.</summary>
public class MarkedSheetDto
{
    public decimal Mark { get; set; }

    public decimal Available { get; set; }

    /// <summary>Rounded half up to one decimal place, for display.</summary>
    public decimal Percent { get; set; }

    /// <summary>The lesson is done, by this attempt or an earlier one.</summary>
    public bool IsDone { get; set; }

    public List<MarkedQuestionDto> Questions { get; set; } = [];
}

/// <summary>What became of one answer.</summary>
public class MarkedQuestionDto
{
    public int Number { get; set; }

    /// <summary><c>Right</c>, <c>Partial</c>, <c>Wrong</c>, <c>Almost</c>, <c>NotUnderstood</c> or <c>Unanswered</c>.</summary>
    public string Outcome { get; set; } = "";

    public decimal Mark { get; set; }

    public decimal Available { get; set; }

    /// <summary>What was sent, to fill the form again.</summary>
    public List<string> Values { get; set; } = [];

    public List<AnswerFeedbackDto> Feedback { get; set; } = [];

    public string? GeneralFeedback { get; set; }
}

/// <param name="Verdict"><c>Right</c> or <c>Wrong</c> for what was answered, <c>Missed</c> for what would have been right.</param>
/// <param name="Answer">Plain text; null when there is only one answer.</param>
/// <param name="Why">Plain text.</param>
public record AnswerFeedbackDto(string Verdict, string? Answer, string? Why);

/// <summary>An exercise in the real tool.</summary>
public class TaskPanelDto
{
    public string Name { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>Spaces of the learner; empty for a visitor.</summary>
    public List<TaskSpaceDto> Spaces { get; set; } = [];

    /// <summary>The last check, when there was one.</summary>
    public TaskResultDto? Result { get; set; }
}

public record TaskSpaceDto(Guid Id, string Name, string Slug);

/// <summary>What a check found.</summary>
public class TaskResultDto
{
    public Guid SpaceId { get; set; }

    public string SpaceName { get; set; } = "";

    public bool Passed { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CheckedAt { get; set; }

    public List<TaskFindingDto> Findings { get; set; } = [];
}

/// <param name="Link">Path on the hub, starting with a slash.</param>
public record TaskFindingDto(string Message, string? Link);

public class CheckTaskInput
{
    public Guid SpaceId { get; set; }
}
