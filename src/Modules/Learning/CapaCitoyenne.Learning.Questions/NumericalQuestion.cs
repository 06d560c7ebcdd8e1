using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>One number that counts as an answer.</summary>
/// <param name="Value">Null stands for any number.</param>
/// <param name="Tolerance">How far from <paramref name="Value"/> is still right, the limit included.</param>
/// <param name="Fraction">From 0 to 1.</param>
public sealed record NumericalAnswer(decimal? Value, decimal Tolerance, decimal Fraction, QuestionText? Feedback = null);

/// <summary>A number to type, with a comma or a point. The first answer of the list that fits counts.</summary>
public sealed record NumericalQuestion : Question
{
    public required IReadOnlyList<NumericalAnswer> Answers { get; init; }

    /// <summary>Why, to somebody whose number is not in the list.</summary>
    public QuestionText? OtherwiseFeedback { get; init; }

    internal override Response? ReadAnswer(IReadOnlyList<string> values, IReadOnlyList<int> optionOrder) => TextResponse.Read(values);

    internal override Grade GradeAnswer(Response response)
    {
        if (AnswerNumber.Parse(((TextResponse)response).Value) is not { } number) return Scoring.Grade.NotUnderstood;
        foreach (var answer in Answers)
        {
            if (answer.Value is { } value && !IsWithin(number, value, answer.Tolerance)) continue;
            return Scoring.Grade.Of(answer.Fraction, [new(answer.Fraction > 0 ? AnswerVerdict.Right : AnswerVerdict.Wrong, null, answer.Feedback)]);
        }

        var best = Answers.MaxBy(answer => answer.Fraction)!;
        var key = best.Value is { } right ? new QuestionText(AnswerNumber.Display(right, best.Tolerance), TextFormat.Plain) : null;
        return Scoring.Grade.Of(0, [new(AnswerVerdict.Missed, key, OtherwiseFeedback ?? best.Feedback)]);
    }

    internal override LearnerQuestion ForLearner(int number, IReadOnlyList<int> optionOrder) =>
        new(number, LearnerQuestionKind.Numerical, Text.ToPlainText(), Mark, [], null);

    private protected override void CheckKind(List<QuestionIssue> issues)
    {
        for (var i = 0; i < Answers.Count; i++)
        {
            if (Answers[i].Fraction is < 0 or > 1) issues.Add(QuestionIssue.Error(QuestionErrorCodes.FractionOutOfRange, $"answers[{i}].fraction"));
            if (Answers[i].Tolerance < 0) issues.Add(QuestionIssue.Error(QuestionErrorCodes.ToleranceNegative, $"answers[{i}].tolerance"));
        }

        if (!Answers.Any(answer => answer.Fraction == 1)) issues.Add(QuestionIssue.Error(QuestionErrorCodes.NoRightAnswer, "answers"));
        if (GeneralFeedback is null && OtherwiseFeedback is null)
            issues.Add(QuestionIssue.Warning(QuestionErrorCodes.WhyMissing, "otherwiseFeedback"));
    }

    // Subtraction of two far decimals overflows; they are not near each other then.
    private static bool IsWithin(decimal number, decimal value, decimal tolerance)
    {
        try
        {
            return Math.Abs(number - value) <= tolerance;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
