using System.ComponentModel.DataAnnotations;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>A text with the way it is written.</summary>
public class QuestionTextDto
{
    [StringLength(QuestionConsts.MaxTextLength)]
    public string Value { get; set; } = "";

    /// <summary><c>Plain</c>, <c>Moodle</c>, <c>Html</c> or <c>Markdown</c>. Learners see plain text in any case.</summary>
    [RegularExpression("^(Plain|Moodle|Html|Markdown)$")]
    public string Format { get; set; } = "Plain";
}

/// <summary>A choice, or a text or number that is foreseen as an answer.</summary>
public class QuestionAnswerDto
{
    /// <summary>Choices and short answers.</summary>
    public QuestionTextDto? Text { get; set; }

    /// <summary>Numerical answers; null there stands for any number.</summary>
    public decimal? Number { get; set; }

    /// <summary>Numerical answers: how far off is still right.</summary>
    public decimal Tolerance { get; set; }

    /// <summary>Part of the mark: −1 to 1 for choices, 0 to 1 for the others.</summary>
    [Range(-1, 1)]
    public decimal Fraction { get; set; }

    /// <summary>Why it is right or wrong.</summary>
    public QuestionTextDto? Feedback { get; set; }
}

/// <summary>A question with its keys: for its authors only. Which fields count depends on <see cref="Kind"/>.</summary>
public class QuestionContentDto
{
    public QuestionKind Kind { get; set; }

    /// <summary>For authors; learners never see it.</summary>
    [StringLength(QuestionConsts.MaxTitleLength)]
    public string Title { get; set; } = "";

    [Required]
    public QuestionTextDto Text { get; set; } = new();

    public QuestionTextDto? GeneralFeedback { get; set; }

    [Range(typeof(decimal), "0.01", "100", ParseLimitsInInvariantCulture = true)]
    public decimal Mark { get; set; } = 1;

    [MaxLength(20)]
    public List<string> Tags { get; set; } = [];

    [StringLength(200)]
    public string Category { get; set; } = "";

    /// <summary>Choices, short or numerical answers.</summary>
    [MaxLength(QuestionConsts.MaxAnswers)]
    public List<QuestionAnswerDto> Answers { get; set; } = [];

    /// <summary>Choices: another order for each learner.</summary>
    public bool Shuffle { get; set; } = true;

    /// <summary>Multiple choice: all the right ones and no other, or nothing.</summary>
    public bool AllOrNothing { get; set; }

    /// <summary>True or false: the key.</summary>
    public bool IsTrue { get; set; }

    /// <summary>True or false, numerical: why, for a wrong answer.</summary>
    public QuestionTextDto? WrongFeedback { get; set; }

    /// <summary>True or false: why, for a right answer.</summary>
    public QuestionTextDto? RightFeedback { get; set; }

    /// <summary>Short answer.</summary>
    public bool CaseSensitive { get; set; }

    /// <summary>Short answer.</summary>
    public bool AccentSensitive { get; set; }
}

/// <summary>A stored question.</summary>
public class QuestionDto : EntityDto<Guid>
{
    public Guid CourseId { get; set; }

    public Guid LessonId { get; set; }

    /// <summary>From 0, the place in the lesson.</summary>
    public int Position { get; set; }

    /// <summary>The author's own key, kept from import to import.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Counts the contents this question has had.</summary>
    public int Version { get; set; }

    public QuestionContentDto Content { get; set; } = new();

    /// <summary>Codes of what could be better, such as a missing reason; each is a localization key.</summary>
    public List<QuestionAdviceDto> Advice { get; set; } = [];

    public string ConcurrencyStamp { get; set; } = "";
}

/// <param name="Path">Where in the question: <c>choices[2].feedback</c>.</param>
public record QuestionAdviceDto(string Code, string Message, string Path);

public class GetQuestionsInput : PagedResultRequestDto
{
    public Guid CourseId { get; set; }

    public Guid? LessonId { get; set; }
}

public class CreateQuestionInput
{
    public Guid LessonId { get; set; }

    [Required]
    public QuestionContentDto Content { get; set; } = new();
}

public class UpdateQuestionInput
{
    [Required]
    public QuestionContentDto Content { get; set; } = new();

    /// <summary>The stamp that was read; an older one gives 409.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = "";
}

public class ImportQuestionsInput
{
    /// <summary>New questions go to the end of this lesson.</summary>
    public Guid LessonId { get; set; }

    /// <summary>The GIFT file.</summary>
    [Required, StringLength(QuestionConsts.MaxGiftLength)]
    public string Gift { get; set; } = "";

    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; set; }
}

/// <summary>What an import did, or would do.</summary>
public class QuestionImportDto
{
    public bool DryRun { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    /// <summary>The good questions, in the order of the file.</summary>
    public List<ImportedQuestionDto> Questions { get; set; } = [];

    /// <summary>What is wrong with the others.</summary>
    public List<GiftIssueDto> Issues { get; set; } = [];
}

/// <param name="Line">In the file, from 1.</param>
/// <param name="Text">Its beginning, as plain text.</param>
/// <param name="Action"><c>Create</c>, <c>Update</c> or <c>Nothing</c>.</param>
public record ImportedQuestionDto(int Line, QuestionKind Kind, string Text, string Action, List<QuestionAdviceDto> Advice);

/// <param name="Line">In the file, from 1; 0 when it is not about a place.</param>
/// <param name="Column">In characters, from 1.</param>
/// <param name="Message">Localized.</param>
public record GiftIssueDto(int Line, int Column, string Code, string Message, string Detail);

/// <summary>A GIFT file.</summary>
public class QuestionExportDto
{
    public string FileName { get; set; } = "";

    public string Gift { get; set; } = "";

    /// <summary>What cannot be said in GIFT, each by name.</summary>
    public List<GiftIssueDto> Losses { get; set; } = [];
}
