using System.Globalization;
using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>How several ticked choices make a mark. It is shown to the learner.</summary>
public enum ChoiceScoring
{
    /// <summary>Right ticks add up; each wrong tick takes away what its author said, or its share of the whole when nothing was said.</summary>
    Proportional,

    /// <summary>All the right ticks and no other, or nothing.</summary>
    AllOrNothing,
}

/// <summary>One choice of a <see cref="ChoiceQuestion"/>.</summary>
/// <param name="Fraction">From −1 to 1: the part of the mark. Above 0 is right; 0 is wrong.</param>
/// <param name="Feedback">Why this choice is right or wrong.</param>
public sealed record Choice(QuestionText Text, decimal Fraction, QuestionText? Feedback = null);

/// <summary>Single choice (radio buttons) or multiple choice (boxes to tick).</summary>
public sealed record ChoiceQuestion : Question
{
    /// <summary>The least that a wrong choice can cost, when its author gives a cost: less would round to nothing.</summary>
    public const decimal SmallestPenalty = 0.05m;

    /// <summary>How far from 1 the right fractions may add up: three times 33.33 % is meant as everything.</summary>
    private const decimal TotalTolerance = 0.01m;

    public required bool Single { get; init; }

    public ChoiceScoring Scoring { get; init; }

    public bool Shuffle { get; init; } = true;

    public required IReadOnlyList<Choice> Choices { get; init; }

    internal override int OptionCount => Choices.Count;

    internal override bool ShufflesOptions => Shuffle;

    internal override Response? ReadAnswer(IReadOnlyList<string> values, IReadOnlyList<int> optionOrder)
    {
        // A learner sends positions, never the author's numbers: authors often write the right choice first.
        var selected = values
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0)
            .Where(position => position >= 1 && position <= optionOrder.Count)
            .Select(position => optionOrder[position - 1])
            .Distinct()
            .Order()
            .ToList();
        return selected.Count == 0 || (Single && selected.Count > 1) ? null : new ChoiceResponse(selected);
    }

    internal override Grade GradeAnswer(Response response)
    {
        var selected = ((ChoiceResponse)response).Selected.ToHashSet();
        var fraction = Single ? Choices[selected.First()].Fraction
            : Scoring == ChoiceScoring.AllOrNothing ? AllOrNothing(selected)
            : Proportional(selected);
        var feedback = new List<AnswerFeedback>();
        for (var i = 0; i < Choices.Count; i++)
        {
            var (choice, chosen, right) = (Choices[i], selected.Contains(i), Choices[i].Fraction > 0);
            if (chosen) feedback.Add(new(right ? AnswerVerdict.Right : AnswerVerdict.Wrong, choice.Text, choice.Feedback));
            else if (right && (!Single || choice.Fraction == 1)) feedback.Add(new(AnswerVerdict.Missed, choice.Text, choice.Feedback));
        }

        return Questions.Scoring.Grade.Of(fraction, feedback);
    }

    internal override LearnerQuestion ForLearner(int number, IReadOnlyList<int> optionOrder) => new(
        number,
        Single ? LearnerQuestionKind.SingleChoice : LearnerQuestionKind.MultipleChoice,
        Text.ToPlainText(),
        Mark,
        [.. optionOrder.Select((index, position) => new LearnerOption(position + 1, Choices[index].Text.ToPlainText()))],
        Single ? null : Scoring);

    private protected override void CheckKind(List<QuestionIssue> issues)
    {
        if (Choices.Count < 2) issues.Add(QuestionIssue.Error(QuestionErrorCodes.TooFewChoices, "choices"));
        for (var i = 0; i < Choices.Count; i++)
        {
            var (choice, path) = (Choices[i], $"choices[{i}]");
            if (choice.Text.IsEmpty) issues.Add(QuestionIssue.Error(QuestionErrorCodes.ChoiceTextMissing, path));
            if (Choices.Take(i).Any(other => other.Text == choice.Text)) issues.Add(QuestionIssue.Error(QuestionErrorCodes.ChoiceRepeated, path));
            if (choice.Fraction is < -1 or > 1 or (< 0 and > -SmallestPenalty))
                issues.Add(QuestionIssue.Error(QuestionErrorCodes.FractionOutOfRange, path + ".fraction"));
            if (choice.Feedback is null or { IsEmpty: true })
                issues.Add(QuestionIssue.Warning(QuestionErrorCodes.WhyMissing, path + ".feedback"));
        }

        if (Single)
        {
            if (!Choices.Any(choice => choice.Fraction == 1)) issues.Add(QuestionIssue.Error(QuestionErrorCodes.NoRightAnswer, "choices"));
        }
        else if (RightTotal == 0)
        {
            issues.Add(QuestionIssue.Error(QuestionErrorCodes.NoRightAnswer, "choices"));
        }
        else if (Math.Abs(RightTotal - 1) > TotalTolerance)
        {
            issues.Add(QuestionIssue.Error(QuestionErrorCodes.RightChoicesMustTotalOne, "choices"));
        }

        // Without a wrong choice, ticking everything (or anything) would be the perfect answer.
        if (Choices.Count > 0 && Choices.All(choice => Single ? choice.Fraction == 1 : choice.Fraction > 0))
            issues.Add(QuestionIssue.Error(QuestionErrorCodes.NoWrongChoice, "choices"));
    }

    private decimal RightTotal => Choices.Where(choice => choice.Fraction > 0).Sum(choice => choice.Fraction);

    private decimal AllOrNothing(HashSet<int> selected) =>
        Enumerable.Range(0, Choices.Count).All(i => Choices[i].Fraction > 0 == selected.Contains(i)) ? 1 : 0;

    private decimal Proportional(HashSet<int> selected)
    {
        var share = -1m / Math.Max(1, Choices.Count(choice => choice.Fraction <= 0));
        var ticked = selected.Select(i => Choices[i].Fraction).ToList();
        var right = ticked.Where(fraction => fraction > 0).Sum() / RightTotal;
        return right + ticked.Where(fraction => fraction <= 0).Sum(fraction => fraction == 0 ? share : fraction);
    }
}
