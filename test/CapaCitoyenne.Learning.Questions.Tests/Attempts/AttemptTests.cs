using System.Text.Json;
using CapaCitoyenne.Learning.Questions.Scoring;
using CsCheck;

namespace CapaCitoyenne.Learning.Questions.Attempts;

public class AttemptTests
{
    private static readonly Gen<List<Question>> GenQuestions = Some.GenQuestion.List[1, 5];

    private static Dictionary<int, IReadOnlyList<string>> Answers(params (int Number, string Value)[] answers) =>
        answers.GroupBy(answer => answer.Number).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(answer => answer.Value)]);

    [Fact]
    public void The_same_seed_gives_the_same_attempt() =>
        Gen.Select(GenQuestions, Gen.Long).Sample((questions, seed) =>
            QuestionJson.Write(Attempt.Start(questions, seed)) == QuestionJson.Write(Attempt.Start(questions, seed)));

    [Fact]
    public void The_order_of_a_seed_never_changes_from_one_version_to_the_next() =>
        Shuffle.Order(8, seed: 1901, slot: 3).ShouldBe([1, 3, 4, 0, 5, 2, 6, 7]);

    [Fact]
    public void An_order_shows_every_option_once() =>
        Gen.Select(Gen.Int[0, 20], Gen.Long, Gen.Int[0, 9]).Sample((count, seed, slot) => Shuffle.Order(count, seed, slot).Order().SequenceEqual(Enumerable.Range(0, count)));

    [Fact]
    public void Every_option_is_first_about_as_often_as_the_others()
    {
        var firsts = Enumerable.Range(0, 4000).Select(seed => Shuffle.Order(4, seed, 0)[0]).CountBy(first => first);
        firsts.ShouldAllBe(first => first.Value > 850 && first.Value < 1150);
    }

    [Fact]
    public void Options_that_must_keep_their_order_keep_it() =>
        Attempt.Start([Some.Single(Some.Choice("a", 1), Some.Choice("b", 0), Some.Choice("c", 0))], 5).Slots[0].OptionOrder.ShouldBe([0, 1, 2]);

    [Fact]
    public void A_shown_position_is_marked_as_the_choice_that_stood_there()
    {
        var question = Some.Single(Some.Choice("a", 1), Some.Choice("b", 0), Some.Choice("c", 0)) with { Shuffle = true };
        for (var seed = 0; seed < 50; seed++)
        {
            var attempt = Attempt.Start([question], seed);
            var right = attempt.Slots[0].ForLearner().Options.Single(option => option.Text == "a").Position;
            attempt.Answer(Answers((1, $"{right}"))).Score().Ratio.ShouldBe(1);
        }
    }

    [Fact]
    public void An_attempt_comes_back_from_the_store_as_it_was() =>
        Gen.Select(GenQuestions, Gen.Long).Sample((questions, seed) =>
        {
            var attempt = Attempt.Start(questions, seed).Answer(Answers((1, "1"), (2, "true"), (3, "12")));
            var json = QuestionJson.Write(attempt);
            return QuestionJson.Write(QuestionJson.ReadAttempt(json)) == json && QuestionJson.ReadAttempt(json).Score() == attempt.Score();
        });

    [Fact]
    public void A_learner_never_gets_a_key_or_a_reason() =>
        Some.GenChoice.Sample(question =>
        {
            var marked = question with
            {
                Title = "SECRET",
                GeneralFeedback = Some.Text("SECRET"),
                Choices = [.. question.Choices.Select(choice => choice with { Feedback = Some.Text("SECRET") })],
            };
            var json = JsonSerializer.Serialize(Attempt.Start([marked], 3).Slots[0].ForLearner());
            return !json.Contains("SECRET", StringComparison.Ordinal) && !json.Contains("Fraction", StringComparison.OrdinalIgnoreCase);
        });

    [Theory]
    [MemberData(nameof(LearnerTypes))]
    public void What_a_learner_gets_has_no_property_for_a_key(Type type) =>
        type.GetProperties().Select(property => property.Name).ShouldBeSubsetOf(["Number", "Kind", "Text", "Mark", "Options", "Scoring", "Position"]);

    public static TheoryData<Type> LearnerTypes() => [typeof(LearnerQuestion), typeof(LearnerOption)];

    [Fact]
    public void Unanswered_is_not_wrong_in_statistics()
    {
        var question = Some.Single(Some.Choice("a", 1), Some.Choice("b", 0));
        var statistics = QuestionStatistics.Of([question.Graded("1"), question.Graded("2"), question.Graded()]);
        (statistics.Seen, statistics.Answered, statistics.Wrong, statistics.Unanswered, statistics.Success).ShouldBe((3, 2, 1, 1, 0.5m));
    }

    [Fact]
    public void Nobody_answered_is_no_success_rate_at_all() => QuestionStatistics.Of([Grade.Unanswered]).Success.ShouldBeNull();

    [Fact]
    public void Passing_is_decided_before_rounding()
    {
        var score = new AttemptScore(69.96m, 100);
        score.Percent.ShouldBe(70);
        score.Passes(0.7m).ShouldBeFalse();
    }

    [Fact]
    public void A_percentage_is_rounded_half_up() => new AttemptScore(0.12345m, 1).Percent.ShouldBe(12.3m);

    [Fact]
    public void Exactly_half_of_a_tenth_goes_up() => new AttemptScore(0.1225m, 1).Percent.ShouldBe(12.3m);

    [Fact]
    public void The_best_attempt_counts() =>
        AttemptScore.Best([new(1, 4), new(3, 4), new(2, 4)]).ShouldBe(new AttemptScore(3, 4));

    [Fact]
    public void A_regrade_marks_the_same_answers_with_the_new_key_and_leaves_the_attempt_alone()
    {
        var question = Some.Single(Some.Choice("a", 1), Some.Choice("b", 0));
        var attempt = Attempt.Start([question], 1).Answer(Answers((1, "2")));
        var regraded = attempt.Regrade(new Dictionary<int, Question> { [1] = question with { Choices = [Some.Choice("a", 0), Some.Choice("b", 1)] } });
        (attempt.Score().Ratio, regraded.Score().Ratio).ShouldBe((0m, 1m));
    }
}
