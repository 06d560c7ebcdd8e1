using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;
using CsCheck;

namespace CapaCitoyenne.Learning.Questions;

public class ScoringTests
{
    private static string[] All(ChoiceQuestion question) => [.. question.Choices.Select((_, i) => $"{i + 1}")];

    [Fact]
    public void Ticking_everything_never_earns_the_whole_mark() =>
        Some.GenChoice.Where(question => !question.Single).Sample(question =>
            new[] { ChoiceScoring.Proportional, ChoiceScoring.AllOrNothing }.All(scoring =>
                (question with { Scoring = scoring }).Graded(All(question)).Fraction < 1));

    [Fact]
    public void Ticking_exactly_the_right_choices_earns_the_whole_mark() =>
        Some.GenChoice.Where(question => !question.Single).Sample(question =>
        {
            var right = Attempt.Start([question with { Shuffle = false }], 1);
            string[] ticks = [.. question.Choices.Select((choice, i) => (choice, i)).Where(c => c.choice.Fraction > 0).Select(c => $"{c.i + 1}")];
            return right.Answer(new Dictionary<int, IReadOnlyList<string>> { [1] = ticks }).Slots[0].Grade is { Fraction: 1, Outcome: Outcome.Right };
        });

    [Fact]
    public void A_mark_is_never_below_zero_nor_above_the_question() =>
        Gen.Select(Some.GenQuestion, Gen.Int[0, 63], Gen.Long).Sample((question, bits, seed) =>
        {
            string[] values = question is ChoiceQuestion ? [.. Enumerable.Range(1, 6).Where(i => (bits & (1 << (i - 1))) != 0).Select(i => $"{i}")] : [$"{bits}"];
            var slot = Attempt.Start([question with { Mark = 2.5m }], seed).Answer(new Dictionary<int, IReadOnlyList<string>> { [1] = values }).Slots[0];
            return slot.Mark >= 0 && slot.Mark <= 2.5m;
        });

    [Fact]
    public void A_wrong_tick_takes_away_its_share_of_the_whole()
    {
        var question = Some.Multiple(Some.Choice("a", 0.5m), Some.Choice("b", 0.5m), Some.Choice("c", 0), Some.Choice("d", 0));
        question.Graded("1", "2", "3").Fraction.ShouldBe(0.5m);
        question.Graded("1", "3").Fraction.ShouldBe(0);
    }

    [Fact]
    public void The_authors_own_penalty_goes_before_the_share() =>
        Some.Multiple(Some.Choice("a", 1), Some.Choice("b", -0.25m), Some.Choice("c", 0)).Graded("1", "2").Fraction.ShouldBe(0.75m);

    [Fact]
    public void All_or_nothing_gives_nothing_for_half() =>
        (Some.Multiple(Some.Choice("a", 0.5m), Some.Choice("b", 0.5m), Some.Choice("c", 0)) with { Scoring = ChoiceScoring.AllOrNothing })
            .Graded("1").Fraction.ShouldBe(0);

    [Fact]
    public void Three_thirds_written_as_33_33_percent_earn_the_whole_mark() =>
        Some.Multiple(Some.Choice("a", .3333m), Some.Choice("b", .3333m), Some.Choice("c", .3333m), Some.Choice("d", -1)).Graded("1", "2", "3").Fraction.ShouldBe(1);

    [Fact]
    public void Two_answers_to_a_single_choice_are_no_answer() =>
        Some.Single(Some.Choice("a", 1), Some.Choice("b", 0)).Graded("1", "2").Outcome.ShouldBe(Outcome.Unanswered);

    [Theory]
    [InlineData("0"), InlineData("3"), InlineData("-1"), InlineData("a"), InlineData("99999999999")]
    public void A_position_that_was_not_on_offer_is_ignored(string position) =>
        Some.Single(Some.Choice("a", 1), Some.Choice("b", 0)).Graded(position).Outcome.ShouldBe(Outcome.Unanswered);

    [Fact]
    public void Every_ticked_choice_says_why_and_every_missed_one_too()
    {
        var grade = Some.Multiple(Some.Choice("a", 0.5m), Some.Choice("b", 0.5m), Some.Choice("c", 0)).Graded("1", "3");
        grade.Feedback.Select(line => (line.Verdict, line.Why?.Value)).ShouldBe(
        [
            (AnswerVerdict.Right, "Parce que a"), (AnswerVerdict.Missed, "Parce que b"), (AnswerVerdict.Wrong, "Parce que c"),
        ]);
    }

    [Theory]
    [InlineData("loi 1901"), InlineData("  LOI   1901 "), InlineData("Loi\u00A01901")]
    public void Spaces_and_case_do_not_count_in_a_short_answer(string typed) =>
        Some.Short("loi 1901").Graded(typed).Outcome.ShouldBe(Outcome.Right);

    [Theory]
    [InlineData("l’été", "l'ete"), InlineData("l'œuvre", "L’OEUVRE"), InlineData("éle\u0301ve", "ELEVE"), InlineData("mot‑clé", "mot-clé")]
    public void Apostrophes_ligatures_and_accents_do_not_count_in_a_short_answer(string key, string typed) =>
        Some.Short(key).Graded(typed).Outcome.ShouldBe(Outcome.Right);

    [Fact]
    public void Accents_count_when_the_author_says_so()
    {
        var question = Some.Short("été") with { AccentSensitive = true };
        question.Graded("ete").Fraction.ShouldBe(0);
        question.Graded("e\u0301te\u0301").Fraction.ShouldBe(1);
    }

    [Theory]
    [InlineData("loi 1901", "loi 1907"), InlineData("30 jours", "20 jours"), InlineData("30 jours", "3 jours"), InlineData("article 13", "article 31")]
    public void Figures_forgive_nothing(string key, string typed) =>
        Some.Short(key).Graded(typed).Outcome.ShouldBe(Outcome.Wrong);

    [Theory]
    [InlineData("consentement", "consentment"), InlineData("consentement", "conesntement"), InlineData("loi 1901", "lois 1901")]
    public void A_slip_of_the_hand_is_almost_and_earns_nothing_and_shows_no_key(string key, string typed)
    {
        var grade = Some.Short(key).Graded(typed);
        (grade.Outcome, grade.Fraction, grade.Feedback.Count).ShouldBe((Outcome.Almost, 0m, 0));
    }

    [Fact]
    public void Short_words_are_too_close_to_each_other_to_be_almost() => Some.Short("mois").Graded("moi").Outcome.ShouldBe(Outcome.Wrong);

    [Theory]
    [InlineData("*consentement*", "le consentement libre", true), InlineData("a\\*b", "a*b", true), InlineData("a\\*b", "axb", false), InlineData("a*b*c", "aXXbYc", true), InlineData("a*c", "ab", false)]
    public void A_star_stands_for_any_characters(string key, string typed, bool right) =>
        (Some.Short(key).Graded(typed).Outcome == Outcome.Right).ShouldBe(right);

    [Theory]
    [InlineData("loi de 1901", "*loi*1901*", "loi de 1901"), InlineData(null, "*loi*1901*"), InlineData("a*b", "a\\*b")]
    public void A_learner_reads_an_answer_and_never_a_pattern(string? shown, params string[] keys) =>
        (Some.Short(keys).Graded("autre").Feedback.Single().Answer?.Value).ShouldBe(shown);

    [Theory]
    [InlineData("3,14"), InlineData("3.14"), InlineData(" 3,140 ")]
    public void A_number_is_read_with_a_comma_or_a_point(string typed) => Some.Number(3.14m).Graded(typed).Outcome.ShouldBe(Outcome.Right);

    [Theory]
    [InlineData("1 000", 1000), InlineData("1\u202F000", 1000), InlineData("−2", -2)]
    public void A_number_is_read_with_spaces_and_a_true_minus(string typed, int value) => Some.Number(value).Graded(typed).Outcome.ShouldBe(Outcome.Right);

    [Theory]
    [InlineData("trente"), InlineData("1,234.5"), InlineData("30 jours"), InlineData("1e3"), InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_is_not_understood_rather_than_wrong(string typed) => Some.Number(30).Graded(typed).Outcome.ShouldBe(Outcome.NotUnderstood);

    [Fact]
    public void The_limits_of_a_tolerance_are_right()
    {
        Some.Number(10, 0.1m).Graded("10,1").Fraction.ShouldBe(1);
        Some.Number(10, 0.1m).Graded("10,11").Fraction.ShouldBe(0);
    }

    [Fact]
    public void Numbers_too_far_apart_to_subtract_are_wrong() => Some.Number(decimal.MinValue).Graded("79228162514264337593543950335").Fraction.ShouldBe(0);

    [Fact]
    public void True_or_false_says_why_in_both_cases()
    {
        var question = new TrueFalseQuestion { Text = Some.Text("Vrai ?"), Answer = false, WrongFeedback = Some.Text("non"), RightFeedback = Some.Text("oui") };
        question.Graded("false").Feedback.Single().Why!.Value.ShouldBe("oui");
        question.Graded("true").Feedback.Single().Why!.Value.ShouldBe("non");
        question.Graded("peut-être").Outcome.ShouldBe(Outcome.Unanswered);
    }
}
