using System.Text.Json.Serialization;
using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>One question with its keys. It is immutable, and it never leaves the server: a learner gets <see cref="LearnerQuestion"/>.</summary>
/// <remarks>
/// A kind of question says four things: what is wrong with it (<see cref="Check"/>), how a form is read (<see cref="ReadAnswer"/>), how an
/// answer is marked (<see cref="GradeAnswer"/>) and what a learner sees (<see cref="OptionCount"/> and <see cref="ForLearner"/>). Matching,
/// ordering, cloze and essay fit in as further kinds: add the record, its JSON name below, and its reading and writing in <c>Gift</c>.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ChoiceQuestion), "choice")]
[JsonDerivedType(typeof(TrueFalseQuestion), "true-false")]
[JsonDerivedType(typeof(ShortAnswerQuestion), "short-answer")]
[JsonDerivedType(typeof(NumericalQuestion), "numerical")]
public abstract record Question
{
    private readonly string _title = "";

    /// <summary>The author's own key, kept from import to import (GIFT: <c>[id:…]</c>). Null when there is none.</summary>
    [JsonPropertyOrder(-9)]
    public string? ExternalId { get; init; }

    /// <summary>For authors only: it often gives the answer away.</summary>
    [JsonPropertyOrder(-8)]
    public string Title
    {
        get => _title;
        init => _title = string.Join(' ', QuestionText.Clean(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Where the author files it: names separated by "/", a literal slash doubled. Empty at the root.</summary>
    [JsonPropertyOrder(-7)]
    public string Category { get; init; } = "";

    [JsonPropertyOrder(-6)]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonPropertyOrder(-5)]
    public required QuestionText Text { get; init; }

    /// <summary>Shown after any answer.</summary>
    [JsonPropertyOrder(-4)]
    public QuestionText? GeneralFeedback { get; init; }

    /// <summary>What a perfect answer earns. Above 0, at most 100.</summary>
    [JsonPropertyOrder(-3)]
    public decimal Mark { get; init; } = 1;

    /// <summary>How many options can be shown in another order.</summary>
    internal virtual int OptionCount => 0;

    /// <summary>Whether the options may be shown in another order.</summary>
    internal virtual bool ShufflesOptions => false;

    /// <summary>What is wrong with the question (it cannot be used) or weak (an author is warned).</summary>
    public IReadOnlyList<QuestionIssue> Check()
    {
        var issues = new List<QuestionIssue>();
        if (Text.IsEmpty) issues.Add(QuestionIssue.Error(QuestionErrorCodes.TextMissing, "text"));
        if (Mark is <= 0 or > 100) issues.Add(QuestionIssue.Error(QuestionErrorCodes.MarkOutOfRange, "mark"));
        CheckKind(issues);
        return issues;
    }

    /// <summary>The answer that is in a form's values, or null when nothing was answered.</summary>
    /// <param name="values">What the browser sent under the question's name. What was not on offer is ignored.</param>
    /// <param name="optionOrder">The order in which the options were shown; see <see cref="AttemptSlot.OptionOrder"/>.</param>
    internal abstract Response? ReadAnswer(IReadOnlyList<string> values, IReadOnlyList<int> optionOrder);

    internal abstract Grade GradeAnswer(Response response);

    internal abstract LearnerQuestion ForLearner(int number, IReadOnlyList<int> optionOrder);

    private protected abstract void CheckKind(List<QuestionIssue> issues);

    /// <summary>The mark of an answer; <see cref="Outcome.Unanswered"/> for null.</summary>
    public Grade Grade(Response? response) => response is null ? Scoring.Grade.Unanswered : GradeAnswer(response);
}
