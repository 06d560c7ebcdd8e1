using CsCheck;

namespace CapaCitoyenne.Learning.Questions;

public class QuestionCheckTests
{
    private static IEnumerable<string> Codes(Question question) => question.Check().Select(issue => issue.Code);

    [Fact]
    public void Generated_questions_have_no_error() => Some.GenQuestion.Sample(question => !question.Check().Any(issue => issue.IsError));

    [Fact]
    public void Several_right_choices_and_no_wrong_one_is_refused() =>
        Codes(Some.Multiple(Some.Choice("a", 0.5m), Some.Choice("b", 0.5m))).ShouldContain(QuestionErrorCodes.NoWrongChoice);

    [Fact]
    public void Right_choices_must_add_up_to_the_whole() =>
        Codes(Some.Multiple(Some.Choice("a", 0.5m), Some.Choice("b", 0.25m), Some.Choice("c", 0))).ShouldContain(QuestionErrorCodes.RightChoicesMustTotalOne);

    [Fact]
    public void A_penalty_that_rounds_to_nothing_is_refused() =>
        Codes(Some.Multiple(Some.Choice("a", 1), Some.Choice("b", -0.001m))).ShouldContain(QuestionErrorCodes.FractionOutOfRange);

    [Fact]
    public void A_single_choice_needs_one_that_is_wholly_right() =>
        Codes(Some.Single(Some.Choice("a", 0.5m), Some.Choice("b", 0))).ShouldContain(QuestionErrorCodes.NoRightAnswer);

    [Fact]
    public void An_answer_without_a_reason_is_advised_against_and_not_refused()
    {
        var issue = Some.Single(Some.Choice("a", 1), new(Some.Text("b"), 0)).Check().Single();
        (issue.Code, issue.IsError, issue.Path).ShouldBe((QuestionErrorCodes.WhyMissing, false, "choices[1].feedback"));
    }
}
