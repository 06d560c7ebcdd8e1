using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions.Attempts;

/// <summary>How a question went over many attempts. Not answering is counted apart from answering wrongly.</summary>
public sealed record QuestionStatistics(int Seen, int Answered, int Right, int Partial, int Wrong)
{
    public int Unanswered => Seen - Answered;

    /// <summary>The mean fraction of those who answered; null when nobody did.</summary>
    public decimal? Success { get; init; }

    public static QuestionStatistics Of(IEnumerable<Grade> grades)
    {
        var all = grades.ToList();
        var answered = all.Where(grade => grade.Outcome is not (Outcome.Unanswered or Outcome.NotUnderstood)).ToList();
        return new(
            all.Count,
            answered.Count,
            answered.Count(grade => grade.Outcome == Outcome.Right),
            answered.Count(grade => grade.Outcome == Outcome.Partial),
            answered.Count(grade => grade.Outcome is Outcome.Wrong or Outcome.Almost))
        {
            Success = answered.Count == 0 ? null : answered.Average(grade => grade.Fraction),
        };
    }
}
