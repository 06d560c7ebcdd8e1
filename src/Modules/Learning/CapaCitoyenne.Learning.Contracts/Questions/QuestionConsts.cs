namespace CapaCitoyenne.Learning.Questions;

/// <summary>Limits, in characters unless said otherwise.</summary>
public static class QuestionConsts
{
    public const int MaxTextLength = 4_000;
    public const int MaxAnswerLength = 1_000;
    public const int MaxTitleLength = 200;
    public const int MaxExternalIdLength = 100;
    public const int HashLength = 64;

    /// <summary>The stored question, keys and reasons included.</summary>
    public const int MaxContentLength = 64_000;

    /// <summary>Choices or foreseen answers of one question.</summary>
    public const int MaxAnswers = 30;

    /// <summary>A GIFT file.</summary>
    public const int MaxGiftLength = 1_000_000;

    /// <summary>Questions in one lesson.</summary>
    public const int MaxPerLesson = 100;
}

/// <summary>The kinds of question.</summary>
public enum QuestionKind
{
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    ShortAnswer,
    Numerical,
}
