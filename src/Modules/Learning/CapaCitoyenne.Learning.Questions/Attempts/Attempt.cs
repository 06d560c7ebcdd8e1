using System.Text.Json.Serialization;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions.Attempts;

/// <summary>One question inside an attempt, with everything the learner saw and did: later edits of the question change nothing here.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Question">The question as it was.</param>
/// <param name="OptionOrder">Shown position (from 0) → index of the choice. Empty for kinds without options.</param>
public sealed record AttemptSlot(int Number, Question Question, IReadOnlyList<int> OptionOrder, Response? Response, Grade Grade)
{
    /// <summary>Earned, from 0 to <see cref="Question.Mark"/>, not rounded.</summary>
    [JsonIgnore]
    public decimal Mark => Grade.Fraction * Question.Mark;

    public LearnerQuestion ForLearner() => Question.ForLearner(Number, OptionOrder);

    internal AttemptSlot Answer(IReadOnlyList<string> values)
    {
        var response = Question.ReadAnswer(values, OptionOrder);
        return this with { Response = response, Grade = Question.Grade(response) };
    }
}

/// <summary>One go at a list of questions: an immutable record that is stored whole.</summary>
/// <param name="Seed">Decides the order of the options.</param>
public sealed record Attempt(long Seed, IReadOnlyList<AttemptSlot> Slots)
{
    /// <summary>Freezes the questions as they are now. The same seed and questions always give the same attempt.</summary>
    public static Attempt Start(IReadOnlyList<Question> questions, long seed) => new(
        seed,
        [.. questions.Select((question, index) => new AttemptSlot(
            index + 1,
            question,
            question.ShufflesOptions ? Shuffle.Order(question.OptionCount, seed, index) : [.. Enumerable.Range(0, question.OptionCount)],
            Response: null,
            Grade.Unanswered))]);

    /// <summary>The attempt with every slot answered from a form.</summary>
    /// <param name="values">Slot number → what the browser sent. A slot that is absent is unanswered.</param>
    public Attempt Answer(IReadOnlyDictionary<int, IReadOnlyList<string>> values) =>
        this with { Slots = [.. Slots.Select(slot => slot.Answer(values.TryGetValue(slot.Number, out var sent) ? sent : []))] };

    /// <summary>The same answers marked with other keys: what a regrade compares with this attempt. Questions go by slot number.</summary>
    public Attempt Regrade(IReadOnlyDictionary<int, Question> questions) => this with
    {
        Slots = [.. Slots.Select(slot => questions.TryGetValue(slot.Number, out var question) && question.GetType() == slot.Question.GetType()
            ? slot with { Question = question, Grade = question.Grade(slot.Response) }
            : slot)],
    };

    public AttemptScore Score() => new(Slots.Sum(slot => slot.Mark), Slots.Sum(slot => slot.Question.Mark));
}

/// <summary>What an attempt earned out of what its own questions could earn.</summary>
public readonly record struct AttemptScore(decimal Mark, decimal Available)
{
    /// <summary>From 0 to 1, not rounded. 0 when there was nothing to earn.</summary>
    public decimal Ratio => Available == 0 ? 0 : Mark / Available;

    /// <summary>Rounded half up to one decimal place, for display only.</summary>
    public decimal Percent => Math.Round(Ratio * 100, 1, MidpointRounding.AwayFromZero);

    /// <summary>Decided on the ratio as it is: 69.96 % shows as 70 % and does not pass at 70 %.</summary>
    /// <param name="threshold">From 0 to 1.</param>
    public bool Passes(decimal threshold) => Ratio >= threshold;

    /// <summary>The one that counts when there were several attempts.</summary>
    public static AttemptScore? Best(IEnumerable<AttemptScore> scores) =>
        scores.Select(score => (AttemptScore?)score).MaxBy(score => score!.Value.Ratio);
}
