using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>One text that counts as an answer, right or foreseen as wrong.</summary>
/// <param name="Text">What the learner types; <c>*</c> stands for any characters, <c>\*</c> for an asterisk.</param>
/// <param name="Fraction">From 0 to 1.</param>
public sealed record ShortAnswer(QuestionText Text, decimal Fraction, QuestionText? Feedback = null);

/// <summary>A few words to type. The first answer of the list that fits counts.</summary>
public sealed record ShortAnswerQuestion : Question
{
    public bool CaseSensitive { get; init; }

    public bool AccentSensitive { get; init; }

    public required IReadOnlyList<ShortAnswer> Answers { get; init; }

    internal override Response? ReadAnswer(IReadOnlyList<string> values, IReadOnlyList<int> optionOrder) => TextResponse.Read(values);

    internal override Grade GradeAnswer(Response response)
    {
        var typed = AnswerText.Fold(((TextResponse)response).Value, CaseSensitive, AccentSensitive);
        foreach (var answer in Answers)
        {
            if (!AnswerText.Matches(AnswerText.Fold(answer.Text.Value, CaseSensitive, AccentSensitive), typed)) continue;
            return Scoring.Grade.Of(answer.Fraction, [new(answer.Fraction > 0 ? AnswerVerdict.Right : AnswerVerdict.Wrong, null, answer.Feedback)]);
        }

        // A slip of the hand is not a mark, it is a second try: the key is not shown.
        if (Answers.Any(answer => answer.Fraction > 0 && AnswerText.IsAlmost(AnswerText.Fold(answer.Text.Value, CaseSensitive, AccentSensitive), typed)))
            return Scoring.Grade.Almost;
        // A pattern is no answer to learn: the first right one that is none is shown, or nothing.
        var best = Answers.FirstOrDefault(answer => answer.Fraction == 1 && !AnswerText.IsPattern(answer.Text.Value)) ?? Answers.MaxBy(answer => answer.Fraction)!;
        var shown = AnswerText.IsPattern(best.Text.Value) ? null : new QuestionText(AnswerText.Unescape(best.Text.Value), best.Text.Format);
        return Scoring.Grade.Of(0, [new(AnswerVerdict.Missed, shown, best.Feedback)]);
    }

    internal override LearnerQuestion ForLearner(int number, IReadOnlyList<int> optionOrder) =>
        new(number, LearnerQuestionKind.ShortAnswer, Text.ToPlainText(), Mark, [], null);

    private protected override void CheckKind(List<QuestionIssue> issues)
    {
        for (var i = 0; i < Answers.Count; i++)
        {
            var (answer, path) = (Answers[i], $"answers[{i}]");
            if (answer.Text.IsEmpty) issues.Add(QuestionIssue.Error(QuestionErrorCodes.AnswerMissing, path));
            if (answer.Fraction is < 0 or > 1) issues.Add(QuestionIssue.Error(QuestionErrorCodes.FractionOutOfRange, path + ".fraction"));
        }

        if (!Answers.Any(answer => answer.Fraction == 1)) issues.Add(QuestionIssue.Error(QuestionErrorCodes.NoRightAnswer, "answers"));
        if (GeneralFeedback is null && Answers.All(answer => answer.Feedback is null))
            issues.Add(QuestionIssue.Warning(QuestionErrorCodes.WhyMissing, "answers"));
    }
}
