using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>A statement that is true or false.</summary>
public sealed record TrueFalseQuestion : Question
{
    public required bool Answer { get; init; }

    /// <summary>Why, to somebody who answered wrongly.</summary>
    public QuestionText? WrongFeedback { get; init; }

    /// <summary>Why, to somebody who answered rightly.</summary>
    public QuestionText? RightFeedback { get; init; }

    internal override Response? ReadAnswer(IReadOnlyList<string> values, IReadOnlyList<int> optionOrder) => values switch
    {
        ["true"] => new BooleanResponse(true),
        ["false"] => new BooleanResponse(false),
        _ => null,
    };

    internal override Grade GradeAnswer(Response response)
    {
        var right = ((BooleanResponse)response).Value == Answer;
        return Scoring.Grade.Of(right ? 1 : 0, [right ? new(AnswerVerdict.Right, null, RightFeedback) : new(AnswerVerdict.Wrong, null, WrongFeedback)]);
    }

    internal override LearnerQuestion ForLearner(int number, IReadOnlyList<int> optionOrder) =>
        new(number, LearnerQuestionKind.TrueFalse, Text.ToPlainText(), Mark, [], null);

    private protected override void CheckKind(List<QuestionIssue> issues)
    {
        if (WrongFeedback is null or { IsEmpty: true }) issues.Add(QuestionIssue.Warning(QuestionErrorCodes.WhyMissing, "wrongFeedback"));
        if (RightFeedback is null or { IsEmpty: true }) issues.Add(QuestionIssue.Warning(QuestionErrorCodes.WhyMissing, "rightFeedback"));
    }
}
