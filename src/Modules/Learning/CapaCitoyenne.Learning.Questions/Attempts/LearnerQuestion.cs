namespace CapaCitoyenne.Learning.Questions.Attempts;

/// <summary>Which input a question needs.</summary>
public enum LearnerQuestionKind
{
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    ShortAnswer,
    Numerical,
}

/// <summary>One choice on offer.</summary>
/// <param name="Position">From 1, as shown: it says nothing about the order in which the author wrote.</param>
public sealed record LearnerOption(int Position, string Text);

/// <summary>A question as a learner sees it: no key, no feedback, no title.</summary>
/// <param name="Number">From 1, the place in the attempt.</param>
/// <param name="Text">Plain text, to be encoded.</param>
/// <param name="Scoring">How ticks are counted, for multiple choice only: learners are told.</param>
public sealed record LearnerQuestion(
    int Number,
    LearnerQuestionKind Kind,
    string Text,
    decimal Mark,
    IReadOnlyList<LearnerOption> Options,
    ChoiceScoring? Scoring);
