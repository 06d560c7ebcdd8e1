using CsCheck;

namespace CapaCitoyenne.Learning.Questions.Gift;

public class GiftWriterTests
{
    [Fact]
    public void What_is_written_reads_back_equal() =>
        Some.GenQuestion.Sample(
            question =>
            {
                var file = GiftReader.Read(GiftWriter.Write([question]).Text);
                return file.Issues.Count == 0 && QuestionJson.Write(file.Questions.Single().Question) == QuestionJson.Write(question);
            },
            iter: 2000);

    [Fact]
    public void A_whole_list_reads_back_equal_and_in_order() =>
        Some.GenQuestion.List[0, 8].Select(list => list.DistinctBy(QuestionJson.Hash).Select((q, i) => q with { ExternalId = $"n{i}" }).ToList()).Sample(questions =>
            GiftReader.Read(GiftWriter.Write(questions).Text).Questions.Select(q => QuestionJson.Write(q.Question)).SequenceEqual(questions.Select(QuestionJson.Write)));

    [Fact]
    public void Reading_anything_never_throws() =>
        Some.GiftHostileText.List[0, 12].Sample(parts => GiftReader.Read(string.Join("\n", parts)) is not null);

    [Fact]
    public void A_line_that_begins_with_slashes_does_not_become_a_comment()
    {
        var question = new TrueFalseQuestion { Text = new("// pas une note"), Answer = true };
        GiftReader.Read(GiftWriter.Write([question]).Text).Questions.Single().Question.Text.ShouldBe(question.Text);
    }

    [Fact]
    public void Every_loss_is_named()
    {
        var choice = Some.Multiple(Some.Choice("a", 0.51m), Some.Choice("b", 0.49m), Some.Choice("c", 0)) with { Mark = 2, Scoring = ChoiceScoring.AllOrNothing };
        var shortAnswer = Some.Short("a->b") with { CaseSensitive = true, AccentSensitive = true };
        GiftWriter.Write([choice, shortAnswer]).Losses.Select(loss => loss.Code).ShouldBe(
        [
            GiftErrorCodes.LosesMark, GiftErrorCodes.LosesShuffle, GiftErrorCodes.LosesScoring, GiftErrorCodes.WeightUnknownToMoodle,
            GiftErrorCodes.LosesCaseSensitivity, GiftErrorCodes.LosesAccentSensitivity, GiftErrorCodes.LosesArrow,
        ]);
    }

    [Fact]
    public void A_question_that_cannot_be_marked_is_left_out_and_named() =>
        GiftWriter.Write([Some.Single(Some.Choice("a", 0))]).Losses.Single().Code.ShouldBe(GiftErrorCodes.QuestionLeftOut);
}
