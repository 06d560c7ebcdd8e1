namespace CapaCitoyenne.Learning.Questions;

/// <summary>Something to tell the author of a question.</summary>
/// <param name="Code">A localization key of the module Learning.</param>
/// <param name="Path">The JSON path inside the question, such as <c>choices[2].feedback</c>.</param>
/// <param name="IsError">An error makes the question unusable; otherwise it is advice.</param>
public sealed record QuestionIssue(string Code, string Path, bool IsError)
{
    internal static QuestionIssue Error(string code, string path) => new(code, path, IsError: true);

    internal static QuestionIssue Warning(string code, string path) => new(code, path, IsError: false);
}

/// <summary>The codes of <see cref="QuestionIssue"/>.</summary>
public static class QuestionErrorCodes
{
    public const string TextMissing = "Learning:QuestionTextMissing";
    public const string MarkOutOfRange = "Learning:QuestionMarkOutOfRange";
    public const string TooFewChoices = "Learning:QuestionTooFewChoices";
    public const string ChoiceTextMissing = "Learning:QuestionChoiceTextMissing";
    public const string ChoiceRepeated = "Learning:QuestionChoiceRepeated";
    public const string FractionOutOfRange = "Learning:QuestionFractionOutOfRange";
    public const string NoRightAnswer = "Learning:QuestionNoRightAnswer";
    public const string RightChoicesMustTotalOne = "Learning:QuestionRightChoicesMustTotalOne";
    public const string NoWrongChoice = "Learning:QuestionNoWrongChoice";
    public const string AnswerMissing = "Learning:QuestionAnswerMissing";
    public const string ToleranceNegative = "Learning:QuestionToleranceNegative";

    /// <summary>Advice: an answer without a reason teaches nothing.</summary>
    public const string WhyMissing = "Learning:QuestionWhyMissing";
}
