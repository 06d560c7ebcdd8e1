using CapaCitoyenne.Learning.Questions.Gift;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>Between the engine's records and the flat form in which authors edit them; nothing is lost either way.</summary>
internal static class QuestionMapper
{
    public static QuestionDto ToDto(this LessonQuestion row, IStringLocalizer texts)
    {
        var question = row.Read();
        return new()
        {
            Id = row.Id,
            CourseId = row.CourseId,
            LessonId = row.LessonId,
            Position = row.Position,
            ExternalId = row.ExternalId,
            Version = row.Version,
            Content = question.ToDto(),
            Advice = question.Check().ToAdvice(texts),
            ConcurrencyStamp = row.ConcurrencyStamp,
        };
    }

    public static List<QuestionAdviceDto> ToAdvice(this IEnumerable<QuestionIssue> issues, IStringLocalizer texts) =>
        [.. issues.Select(issue => new QuestionAdviceDto(issue.Code, texts[issue.Code], issue.Path))];

    public static string ToText(this GiftIssue issue, IStringLocalizer texts) => texts[issue.Code].Value.Replace("{Detail}", issue.Detail, StringComparison.Ordinal);

    /// <summary>The field of the form that the engine calls otherwise.</summary>
    public static string FieldOf(QuestionIssue issue) => "content." + issue.Path.Replace("choices", "answers", StringComparison.Ordinal);

    public static QuestionKind Kind(this Question question) => question switch
    {
        ChoiceQuestion { Single: true } => QuestionKind.SingleChoice,
        ChoiceQuestion => QuestionKind.MultipleChoice,
        TrueFalseQuestion => QuestionKind.TrueFalse,
        ShortAnswerQuestion => QuestionKind.ShortAnswer,
        NumericalQuestion => QuestionKind.Numerical,
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    public static QuestionContentDto ToDto(this Question question)
    {
        var dto = new QuestionContentDto
        {
            Kind = question.Kind(),
            Title = question.Title,
            Text = question.Text.ToDto()!,
            GeneralFeedback = question.GeneralFeedback.ToDto(),
            Mark = question.Mark,
            Tags = [.. question.Tags],
            Category = question.Category,
        };
        switch (question)
        {
            case ChoiceQuestion choice:
                dto.Shuffle = choice.Shuffle;
                dto.AllOrNothing = choice.Scoring == ChoiceScoring.AllOrNothing;
                dto.Answers = [.. choice.Choices.Select(c => Answer(c.Text, null, 0, c.Fraction, c.Feedback))];
                break;
            case TrueFalseQuestion statement:
                (dto.IsTrue, dto.WrongFeedback, dto.RightFeedback) = (statement.Answer, statement.WrongFeedback.ToDto(), statement.RightFeedback.ToDto());
                break;
            case ShortAnswerQuestion shortAnswer:
                (dto.CaseSensitive, dto.AccentSensitive) = (shortAnswer.CaseSensitive, shortAnswer.AccentSensitive);
                dto.Answers = [.. shortAnswer.Answers.Select(a => Answer(a.Text, null, 0, a.Fraction, a.Feedback))];
                break;
            case NumericalQuestion numerical:
                dto.WrongFeedback = numerical.OtherwiseFeedback.ToDto();
                dto.Answers = [.. numerical.Answers.Select(a => Answer(null, a.Value, a.Tolerance, a.Fraction, a.Feedback))];
                break;
        }

        return dto;
    }

    public static Question ToQuestion(this QuestionContentDto dto, string? externalId)
    {
        var text = dto.Text.ToText() ?? new QuestionText("");
        Question question = dto.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice => new ChoiceQuestion
            {
                Text = text,
                Single = dto.Kind == QuestionKind.SingleChoice,
                Shuffle = dto.Shuffle,
                Scoring = dto.AllOrNothing ? ChoiceScoring.AllOrNothing : ChoiceScoring.Proportional,
                Choices = [.. dto.Answers.Select(a => new Choice(a.Text.ToText() ?? new QuestionText(""), a.Fraction, a.Feedback.ToText()))],
            },
            QuestionKind.TrueFalse => new TrueFalseQuestion
            {
                Text = text,
                Answer = dto.IsTrue,
                WrongFeedback = dto.WrongFeedback.ToText(),
                RightFeedback = dto.RightFeedback.ToText(),
            },
            QuestionKind.ShortAnswer => new ShortAnswerQuestion
            {
                Text = text,
                CaseSensitive = dto.CaseSensitive,
                AccentSensitive = dto.AccentSensitive,
                Answers = [.. dto.Answers.Select(a => new ShortAnswer(a.Text.ToText() ?? new QuestionText(""), a.Fraction, a.Feedback.ToText()))],
            },
            _ => new NumericalQuestion
            {
                Text = text,
                OtherwiseFeedback = dto.WrongFeedback.ToText(),
                Answers = [.. dto.Answers.Select(a => new NumericalAnswer(a.Number, a.Tolerance, a.Fraction, a.Feedback.ToText()))],
            },
        };
        return question with
        {
            ExternalId = externalId,
            Title = dto.Title,
            GeneralFeedback = dto.GeneralFeedback.ToText(),
            Mark = dto.Mark,
            Tags = dto.Tags,
            Category = dto.Category,
        };
    }

    private static QuestionAnswerDto Answer(QuestionText? text, decimal? number, decimal tolerance, decimal fraction, QuestionText? feedback) =>
        new() { Text = text.ToDto(), Number = number, Tolerance = tolerance, Fraction = fraction, Feedback = feedback.ToDto() };

    private static QuestionTextDto? ToDto(this QuestionText? text) => text is null ? null : new() { Value = text.Value, Format = text.Format.ToString() };

    private static QuestionText? ToText(this QuestionTextDto? dto) =>
        dto is null || string.IsNullOrWhiteSpace(dto.Value) ? null : new(dto.Value, Enum.Parse<TextFormat>(dto.Format));
}
