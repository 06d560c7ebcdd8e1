using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>A GIFT file and what could not be said in it, each by name.</summary>
public sealed record GiftText(string Text, IReadOnlyList<GiftIssue> Losses);

/// <summary>Writes questions in GIFT. What it writes without a loss, <see cref="GiftReader"/> reads back equal.</summary>
public static class GiftWriter
{
    private const decimal WeightTolerance = 0.00005m;

    // The fractions that Moodle offers; it refuses others or takes the nearest.
    private static readonly decimal[] MoodleFractions =
    [
        0, 1, .9m, .8333333m, .8m, .75m, .7m, .6666667m, .6m, .5m, .4m, .3333333m, .3m, .25m, .2m, .1666667m, .1428571m, .125m, .1111111m, .1m, .05m,
    ];

    public static GiftText Write(IEnumerable<Question> questions)
    {
        var (text, losses, category) = (new StringBuilder(), new List<GiftIssue>(), "");
        foreach (var question in questions)
        {
            if (question.Check().FirstOrDefault(issue => issue.IsError) is { } error)
            {
                losses.Add(new(0, 0, GiftErrorCodes.QuestionLeftOut, $"{Name(question)}: {error.Path}"));
                continue;
            }

            if (question.Category != category) text.Append(GiftCategory.Write(category = question.Category)).Append("\n\n");
            losses.AddRange(Losses(question).Distinct().Select(code => new GiftIssue(0, 0, code, Name(question))));
            text.Append(Comment(question)).Append(Write(question)).Append('\n');
        }

        return new(text.ToString(), losses);
    }

    private static string Write(Question question)
    {
        var format = question.Text.Format;
        var text = new StringBuilder();
        if (question.Title.Length > 0) text.Append("::").Append(Escape(question.Title)).Append("::");
        text.Append(Text(question.Text, TextFormat.Moodle)).Append(" {\n");
        switch (question)
        {
            case ChoiceQuestion choice:
                foreach (var option in choice.Choices) text.Append(Sign(option, choice.Single)).Append(Answer(option.Text, option.Feedback, format));
                break;
            case TrueFalseQuestion statement:
                text.Append(statement.Answer ? "TRUE" : "FALSE");
                if (statement.WrongFeedback is not null || statement.RightFeedback is not null)
                    text.Append('#').Append(Text(statement.WrongFeedback, format));
                if (statement.RightFeedback is not null) text.Append('#').Append(Text(statement.RightFeedback, format));
                text.Append('\n');
                break;
            case ShortAnswerQuestion shortAnswer:
                foreach (var answer in shortAnswer.Answers)
                    text.Append('=').Append(Weight(answer.Fraction)).Append(Answer(answer.Text, answer.Feedback, format).Replace("->", "→", StringComparison.Ordinal));
                break;
            case NumericalQuestion numerical:
                text.Append("#\n");
                foreach (var answer in numerical.Answers)
                    text.Append('=').Append(Weight(answer.Fraction)).Append(Range(answer)).Append(Feedback(answer.Feedback, format)).Append('\n');
                if (numerical.OtherwiseFeedback is { } otherwise) text.Append('~').Append(Feedback(otherwise, format)).Append('\n');
                break;
        }

        if (question.GeneralFeedback is { } general) text.Append("####").Append(Text(general, format)).Append('\n');
        return text.Append("}\n").ToString();
    }

    private static string Comment(Question question)
    {
        if (question.ExternalId is null && question.Tags.Count == 0) return "";
        var id = question.ExternalId is { } value ? $" [id:{Bracketed(value)}]" : "";
        return $"//{id}{string.Concat(question.Tags.Select(tag => $" [tag:{Bracketed(tag)}]"))}\n";
    }

    private static string Bracketed(string value) => value.ReplaceLineEndings(" ").Replace("]", "\\]", StringComparison.Ordinal);

    // "=" only where it says everything: with boxes to tick every choice has a weight, and no "=" may appear.
    private static string Sign(Choice choice, bool single) => (single, choice.Fraction) switch
    {
        (true, 1) => "=",
        (true, 0) => "~",
        _ => "~" + Weight(choice.Fraction),
    };

    private static string Answer(QuestionText text, QuestionText? feedback, TextFormat format) => Text(text, format) + Feedback(feedback, format) + "\n";

    private static string Feedback(QuestionText? feedback, TextFormat format) => feedback is null ? "" : "#" + Text(feedback, format);

    private static string Weight(decimal fraction) => $"%{Number(fraction * 100)}%";

    private static string Range(NumericalAnswer answer) =>
        answer.Value is not { } value ? "*" : answer.Tolerance == 0 ? Number(value) : $"{Number(value)}:{Number(answer.Tolerance)}";

    private static string Number(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    // The marker is written where the format is not the expected one, and where the text could be taken for something else.
    private static string Text(QuestionText? text, TextFormat expected)
    {
        if (text is null) return "";
        var ambiguous = text.Value.StartsWith('[') || text.Value.StartsWith("//", StringComparison.Ordinal)
            || text.Value.StartsWith('$') || text.Value.StartsWith('%');
        return (text.Format != expected || ambiguous ? GiftQuestionParser.Marker(text.Format) : "") + Escape(text.Value);
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n') escaped.Append("\\n");
            else if ("~=#{}:\\".Contains(c, StringComparison.Ordinal)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static IEnumerable<string> Losses(Question question)
    {
        if (question.Mark != 1) yield return GiftErrorCodes.LosesMark;
        switch (question)
        {
            case ChoiceQuestion choice:
                if (!choice.Shuffle) yield return GiftErrorCodes.LosesShuffle;
                if (choice.Scoring != ChoiceScoring.Proportional) yield return GiftErrorCodes.LosesScoring;
                if (choice.Choices.Any(option => !IsKnownToMoodle(option.Fraction))) yield return GiftErrorCodes.WeightUnknownToMoodle;
                break;
            case ShortAnswerQuestion shortAnswer:
                if (shortAnswer.CaseSensitive) yield return GiftErrorCodes.LosesCaseSensitivity;
                if (shortAnswer.AccentSensitive) yield return GiftErrorCodes.LosesAccentSensitivity;
                if (shortAnswer.Answers.Any(answer => (answer.Text.Value + answer.Feedback?.Value).Contains("->", StringComparison.Ordinal)))
                    yield return GiftErrorCodes.LosesArrow;
                if (shortAnswer.Answers.Any(answer => !IsKnownToMoodle(answer.Fraction))) yield return GiftErrorCodes.WeightUnknownToMoodle;
                break;
            case NumericalQuestion numerical:
                if (numerical.Answers.Any(answer => !IsKnownToMoodle(answer.Fraction))) yield return GiftErrorCodes.WeightUnknownToMoodle;
                break;
        }
    }

    private static bool IsKnownToMoodle(decimal fraction) => MoodleFractions.Any(known => Math.Abs(known - Math.Abs(fraction)) < WeightTolerance);

    private static string Name(Question question) => question switch
    {
        { Title.Length: > 0 } => question.Title,
        { Text.Value.Length: > 60 } => question.Text.Value[..60] + "…",
        _ => question.Text.Value,
    };
}
