namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>Something about a GIFT file, at a place a person can find.</summary>
/// <param name="Line">From 1. 0 when it is not about a place, as when writing.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Code">A localization key of the module Learning; see <see cref="GiftErrorCodes"/> and <see cref="QuestionErrorCodes"/>.</param>
/// <param name="Detail">The words it is about, for the message's <c>{Detail}</c>.</param>
public sealed record GiftIssue(int Line, int Column, string Code, string Detail = "");

/// <summary>The codes of <see cref="GiftIssue"/>.</summary>
public static class GiftErrorCodes
{
    public const string FileTooLarge = "Learning:GiftFileTooLarge";
    public const string TooManyQuestions = "Learning:GiftTooManyQuestions";
    public const string NotUtf8 = "Learning:GiftNotUtf8";
    public const string BraceNotClosed = "Learning:GiftBraceNotClosed";
    public const string BlankLineInAnswers = "Learning:GiftBlankLineInAnswers";
    public const string BraceNotOpened = "Learning:GiftBraceNotOpened";
    public const string TitleNotClosed = "Learning:GiftTitleNotClosed";
    public const string TypeNotSupported = "Learning:GiftTypeNotSupported";
    public const string TooFewChoices = "Learning:GiftTooFewChoices";
    public const string TextBeforeFirstChoice = "Learning:GiftTextBeforeFirstChoice";
    public const string WeightOutOfRange = "Learning:GiftWeightOutOfRange";
    public const string NumberExpected = "Learning:GiftNumberExpected";
    public const string NumberWithComma = "Learning:GiftNumberWithComma";
    public const string ToleranceExpected = "Learning:GiftToleranceExpected";
    public const string RangeReversed = "Learning:GiftRangeReversed";
    public const string UnexpectedTilde = "Learning:GiftUnexpectedTilde";
    public const string AnswerEmpty = "Learning:GiftAnswerEmpty";
    public const string TooManyFeedbacks = "Learning:GiftTooManyFeedbacks";
    public const string IdTooLong = "Learning:GiftIdTooLong";
    public const string IdRepeated = "Learning:GiftIdRepeated";
    public const string QuestionRepeated = "Learning:GiftQuestionRepeated";

    // Losses, when writing.
    public const string LosesMark = "Learning:GiftLosesMark";
    public const string LosesShuffle = "Learning:GiftLosesShuffle";
    public const string LosesScoring = "Learning:GiftLosesScoring";
    public const string LosesCaseSensitivity = "Learning:GiftLosesCaseSensitivity";
    public const string LosesAccentSensitivity = "Learning:GiftLosesAccentSensitivity";
    public const string LosesArrow = "Learning:GiftLosesArrow";
    public const string WeightUnknownToMoodle = "Learning:GiftWeightUnknownToMoodle";
    public const string QuestionLeftOut = "Learning:GiftQuestionLeftOut";
}

/// <summary>Stops the reading of one question; the others go on.</summary>
internal sealed class GiftException(int offset, string code, string detail = "") : Exception(code)
{
    public int Offset { get; } = offset;

    public string Code { get; } = code;

    public string Detail { get; } = detail;
}
