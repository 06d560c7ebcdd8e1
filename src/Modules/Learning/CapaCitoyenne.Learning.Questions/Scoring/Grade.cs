namespace CapaCitoyenne.Learning.Questions.Scoring;

/// <summary>What became of one answer.</summary>
public enum Outcome
{
    Unanswered,

    /// <summary>A number was asked for and something else was typed: worth nothing, and worth a second try.</summary>
    NotUnderstood,
    Wrong,

    /// <summary>A slip of the hand in a short answer: worth nothing, and worth a second try.</summary>
    Almost,
    Partial,
    Right,
}

/// <summary>What one line of feedback is about.</summary>
public enum AnswerVerdict
{
    /// <summary>Chosen, and right.</summary>
    Right,

    /// <summary>Chosen, and wrong.</summary>
    Wrong,

    /// <summary>Right, but not chosen.</summary>
    Missed,
}

/// <summary>One line of feedback.</summary>
/// <param name="Answer">The answer that it is about; null for the only answer there is.</param>
/// <param name="Why">The author's reason, when one was written.</param>
public sealed record AnswerFeedback(AnswerVerdict Verdict, QuestionText? Answer, QuestionText? Why);

/// <summary>The mark of one answer and the reasons for it.</summary>
/// <param name="Fraction">From 0 to 1: the part of the question's mark.</param>
public sealed record Grade(Outcome Outcome, decimal Fraction, IReadOnlyList<AnswerFeedback> Feedback)
{
    internal static Grade Unanswered { get; } = new(Outcome.Unanswered, 0, []);

    internal static Grade NotUnderstood { get; } = new(Outcome.NotUnderstood, 0, []);

    internal static Grade Almost { get; } = new(Outcome.Almost, 0, []);

    /// <summary>Negative sums stop at 0: a question never costs more than it can earn.</summary>
    internal static Grade Of(decimal fraction, IReadOnlyList<AnswerFeedback> feedback)
    {
        var clamped = Math.Clamp(fraction, 0, 1);
        var outcome = clamped switch { 0 => Outcome.Wrong, 1 => Outcome.Right, _ => Outcome.Partial };
        return new(outcome, clamped, feedback);
    }
}
