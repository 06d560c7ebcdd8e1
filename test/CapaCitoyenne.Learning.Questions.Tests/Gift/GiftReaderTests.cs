using System.Text;

namespace CapaCitoyenne.Learning.Questions.Gift;

public class GiftReaderTests
{
    private static T Read<T>(string gift) where T : Question
    {
        var file = GiftReader.Read(gift);
        file.Issues.ShouldBeEmpty();
        return file.Questions.ShouldHaveSingleItem().Question.ShouldBeOfType<T>();
    }

    private static void Refuses(string gift, string code, int line, int column)
    {
        var issue = GiftReader.Read(gift).Issues.ShouldHaveSingleItem();
        (issue.Code, issue.Line, issue.Column).ShouldBe((code, line, column));
    }

    [Fact]
    public void An_equals_sign_makes_a_single_choice()
    {
        var question = Read<ChoiceQuestion>("::Titre::Où est la mairie ? {=Ici#Oui ~Là#Non ~%50%Près}");
        question.Single.ShouldBeTrue();
        question.Title.ShouldBe("Titre");
        question.Choices.Select(choice => (choice.Text.Value, choice.Fraction, choice.Feedback?.Value))
            .ShouldBe([("Ici", 1m, "Oui"), ("Là", 0m, "Non"), ("Près", 0.5m, null)]);
    }

    [Fact]
    public void Weights_without_an_equals_sign_make_a_multiple_choice()
    {
        var question = Read<ChoiceQuestion>("Q {~%50%a ~%50%b ~%-33.33333%c ~d}");
        question.Single.ShouldBeFalse();
        question.Choices.Select(choice => choice.Fraction).ShouldBe([0.5m, 0.5m, -0.3333333m, 0m]);
    }

    [Fact]
    public void A_percentage_after_an_equals_sign_is_text_in_a_choice() =>
        Read<ChoiceQuestion>("Q {=%50%x ~y}").Choices[0].ShouldBe(new(new("%50%x"), 1));

    [Theory]
    [InlineData("T", true), InlineData("TRUE", true), InlineData("F", false), InlineData("FALSE", false)]
    public void True_and_false_are_upper_case(string word, bool answer) => Read<TrueFalseQuestion>($"Q {{{word}}}").Answer.ShouldBe(answer);

    [Fact]
    public void Lower_case_true_is_a_short_answer() => Read<ShortAnswerQuestion>("Q {true}").Answers.Single().Text.Value.ShouldBe("true");

    [Fact]
    public void The_first_feedback_of_true_or_false_is_for_the_wrong_answer()
    {
        var question = Read<TrueFalseQuestion>("Q {T#raté#gagné####en général}");
        (question.WrongFeedback?.Value, question.RightFeedback?.Value, question.GeneralFeedback?.Value).ShouldBe(("raté", "gagné", "en général"));
    }

    [Fact]
    public void A_short_answer_has_one_or_several_texts() =>
        Read<ShortAnswerQuestion>("Q {=%100%deux =%50%2 =trois#non}").Answers.Select(a => (a.Text.Value, a.Fraction)).ShouldBe([("deux", 1m), ("2", 0.5m), ("trois", 1m)]);

    [Theory]
    [InlineData("#3", 3, 0), InlineData("#3:0.5", 3, 0.5), InlineData("#1..5", 3, 2), InlineData("# = 3 : 2 ", 3, 2), InlineData("#-1..2", 0.5, 1.5)]
    public void A_number_has_a_tolerance_or_a_range(string answers, double value, double tolerance) =>
        Read<NumericalQuestion>($"Q {{{answers}}}").Answers.Single().ShouldBe(new((decimal)value, (decimal)tolerance, 1));

    [Fact]
    public void A_number_has_partly_right_values_and_a_word_for_the_others()
    {
        var question = Read<NumericalQuestion>("Q {#=1822:0#Oui =%50%1822:2#Presque ~#Relisez la leçon}");
        question.Answers.Count.ShouldBe(2);
        question.OtherwiseFeedback!.Value.ShouldBe("Relisez la leçon");
    }

    [Fact]
    public void Text_after_the_braces_leaves_a_gap() =>
        Read<ShortAnswerQuestion>("La loi de {=1901} fait foi.").Text.Value.ShouldBe("La loi de _____ fait foi.");

    [Fact]
    public void An_escaped_sign_is_a_character_and_n_is_a_line_break() =>
        Read<TrueFalseQuestion>(@"a\=b\~c\#d\{e\}f\:g\\h\ni\j {T}").Text.Value.ShouldBe("a=b~c#d{e}f:g\\h\ni\\j");

    [Fact]
    public void A_format_holds_for_the_answers_until_they_name_their_own()
    {
        var question = Read<ChoiceQuestion>("[html]<b>Q</b> {=a ~[plain]b#[markdown]c ~[inconnu]d}");
        question.Text.ShouldBe(new("<b>Q</b>", TextFormat.Html));
        question.Choices.Select(choice => choice.Text).ShouldBe([new("a", TextFormat.Html), new("b", TextFormat.Plain), new("[inconnu]d", TextFormat.Html)]);
        question.Choices[1].Feedback.ShouldBe(new("c", TextFormat.Markdown));
    }

    [Fact]
    public void Comments_carry_an_id_and_tags()
    {
        var question = Read<TrueFalseQuestion>("// une note [id:a\\]1] [tag:site] [tag:accueil]\nQ {\n  // au milieu\n T}");
        question.ExternalId.ShouldBe("a]1");
        question.Tags.ShouldBe(["site", "accueil"]);
    }

    [Fact]
    public void A_category_holds_until_the_next() =>
        GiftReader.Read("A {T}\n\n$CATEGORY: $course$/top/Site/Accueil\n\nB {T}\n\n$CATEGORY: top\n\nC {T}").Questions
            .Select(q => q.Question.Category).ShouldBe(["", "Site/Accueil", ""]);

    [Fact]
    public void A_line_that_holds_only_a_zero_does_not_cut_a_question() => Read<NumericalQuestion>("Combien ? {#\n0\n}").Answers.Single().Value.ShouldBe(0);

    [Theory]
    [InlineData("\r\n"), InlineData("\r"), InlineData("\n")]
    public void Lines_end_as_they_like(string newline) => GiftReader.Read($"A{newline}b {{T}}{newline}{newline}C {{F}}").Questions.Count.ShouldBe(2);

    [Fact]
    public void A_byte_order_mark_is_no_text() => GiftReader.Read([0xEF, 0xBB, 0xBF, .. "Q {T}"u8]).Questions.Single().Question.Text.Value.ShouldBe("Q");

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_place()
    {
        var issue = GiftReader.Read([.. "ligne\né"u8, 0xE9, .. " {T}"u8]).Issues.Single();
        (issue.Code, issue.Line, issue.Column).ShouldBe((GiftErrorCodes.NotUtf8, 2, 2));
    }

    [Fact]
    public void Good_questions_are_read_and_bad_ones_listed()
    {
        var file = GiftReader.Read("A {T}\n\nB {~seul}\n\nC {F}");
        file.Questions.Select(q => q.Line).ShouldBe([1, 5]);
        file.Issues.ShouldBe([new(3, 4, GiftErrorCodes.TooFewChoices)]);
    }

    [Fact]
    public void A_brace_that_never_closes_is_refused() => Refuses("\nQ {=a ~b", GiftErrorCodes.BraceNotClosed, 2, 3);

    [Fact]
    public void A_blank_line_inside_the_braces_is_said_once() => Refuses("Q {\n=a\n\n~b\n}", GiftErrorCodes.BlankLineInAnswers, 1, 3);

    [Fact]
    public void A_brace_that_never_opened_is_refused() => Refuses("Q }", GiftErrorCodes.BraceNotOpened, 1, 3);

    [Fact]
    public void A_title_that_never_ends_is_refused() => Refuses("::Q {T}", GiftErrorCodes.TitleNotClosed, 1, 1);

    [Theory]
    [InlineData("Une phrase.", 1), InlineData("Q {}", 4), InlineData("Q {####note}", 4), InlineData("Q {=a -> b =c -> d}", 4)]
    public void Kinds_that_are_not_there_yet_are_named(string gift, int column) => Refuses(gift, GiftErrorCodes.TypeNotSupported, 1, column);

    [Fact]
    public void A_comma_in_a_number_is_named() => Refuses("Q {#3,14}", GiftErrorCodes.NumberWithComma, 1, 5);

    [Fact]
    public void A_word_instead_of_a_number_is_refused_rather_than_taken_as_any_number() => Refuses("Q {#=3 =douze}", GiftErrorCodes.NumberExpected, 1, 9);

    [Fact]
    public void A_range_runs_upwards() => Refuses("Q {#5..1}", GiftErrorCodes.RangeReversed, 1, 5);

    [Fact]
    public void A_weight_stays_within_a_hundred() => Refuses("Q {~%150%a ~b}", GiftErrorCodes.WeightOutOfRange, 1, 5);

    [Fact]
    public void A_question_that_cannot_be_marked_is_refused_with_what_is_wrong() => Refuses("Q {~%50%a ~%10%b ~c}", QuestionErrorCodes.RightChoicesMustTotalOne, 1, 1);

    [Fact]
    public void An_id_used_twice_is_refused() => Refuses("//[id:a]\nA {T}\n\n//[id:a]\nB {T}", GiftErrorCodes.IdRepeated, 5, 1);

    [Fact]
    public void An_id_that_has_no_room_is_refused_with_its_line() => Refuses($"A {{T}}\n\n//[id:{new string('a', GiftReader.MaxIdLength + 1)}]\nB {{T}}", GiftErrorCodes.IdTooLong, 4, 1);

    [Fact]
    public void The_same_question_twice_is_refused() => Refuses("A {T}\n\nA {T}", GiftErrorCodes.QuestionRepeated, 3, 1);

    [Fact]
    public void A_file_beyond_the_limit_is_refused() => Refuses(new string('a', GiftReader.MaxLength + 1), GiftErrorCodes.FileTooLarge, 1, 1);

    [Fact]
    public void A_file_that_is_not_gift_at_all_stops_early() =>
        GiftReader.Read(new StringBuilder().Insert(0, "une ligne\n\n", 5000).ToString()).Issues.Count.ShouldBe(GiftReader.MaxIssues);
}
