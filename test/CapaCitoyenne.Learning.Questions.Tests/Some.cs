using CapaCitoyenne.Learning.Questions.Attempts;
using CapaCitoyenne.Learning.Questions.Scoring;
using CsCheck;

namespace CapaCitoyenne.Learning.Questions;

/// <summary>Questions for tests, and generators of valid ones.</summary>
internal static class Some
{
    public static QuestionText Text(string value) => new(value);

    public static Choice Choice(string text, decimal fraction) => new(Text(text), fraction, Text("Parce que " + text));

    public static ChoiceQuestion Multiple(params Choice[] choices) =>
        new() { Text = Text("Que faut-il ?"), Single = false, Shuffle = false, Choices = choices };

    public static ChoiceQuestion Single(params Choice[] choices) =>
        new() { Text = Text("Laquelle ?"), Single = true, Shuffle = false, Choices = choices };

    public static ShortAnswerQuestion Short(params string[] answers) =>
        new() { Text = Text("Quelle loi ?"), Answers = [.. answers.Select(answer => new ShortAnswer(Text(answer), 1))] };

    public static NumericalQuestion Number(decimal value, decimal tolerance = 0) =>
        new() { Text = Text("Combien ?"), Answers = [new(value, tolerance, 1, Text("C'est ainsi."))] };

    /// <summary>The grade of what a browser sends for the question.</summary>
    public static Grade Graded(this Question question, params string[] values) =>
        Attempt.Start([question], seed: 1).Answer(new Dictionary<int, IReadOnlyList<string>> { [1] = values }).Slots[0].Grade;

    /// <summary>Texts full of what GIFT gives a meaning to.</summary>
    public static readonly Gen<string> GiftHostileText = Gen.OneOf(
            Gen.OneOf("=", "~", "#", "####", "{", "}", ":", "::", "\\", "\\n", "\n", "\n\n", "->", "//", "%50%", "%", "[html]", "[id:x]", "*", "0", "T", "$CATEGORY:", " ", "\t"),
            Gen.String[Gen.Char["abcéœ’« »?0123456789-+.,<>&\"'"], 1, 6])
        .List[1, 6].Select(parts => string.Concat(parts) + "x");

    public static readonly Gen<QuestionText> GenText =
        Gen.Select(GiftHostileText, Gen.Enum<TextFormat>(), (value, format) => new QuestionText(value, format));

    public static readonly Gen<QuestionText?> GenOptionalText = Gen.Frequency((1, Gen.Const((QuestionText?)null)), (2, GenText.Select(text => (QuestionText?)text)));

    private static readonly Gen<QuestionText> GenTextWithoutArrow = GenText.Where(text => !text.Value.Contains("->", StringComparison.Ordinal));

    private static readonly Gen<decimal> GenNumber = Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[0, 3], (n, scale) => n / (decimal)Math.Pow(10, scale));

    /// <summary>Single (one is right) and multiple choice (their right parts add up to 1, at least one is wrong).</summary>
    public static readonly Gen<ChoiceQuestion> GenChoice =
        from texts in GenText.List[2, 6].Select(list => list.DistinctBy(text => text).ToList()).Where(list => list.Count >= 2)
        from single in Gen.Bool
        from right in Gen.Int[1, texts.Count - 1]
        from penalties in Gen.OneOf(0m, -0.05m, -0.25m, -0.5m, -1m).Array[6]
        from partial in Gen.OneOf(0m, 0.5m, 0.3333333m, -0.1m).Array[6]
        from feedback in GenOptionalText.Array[6]
        from text in GenText
        select new ChoiceQuestion
        {
            Text = text,
            Single = single,
            Choices = [.. texts.Select((choice, i) => new Choice(
                choice,
                single ? (i == right ? 1 : partial[i]) : i < right ? Math.Round(1m / right, 7) : penalties[i],
                feedback[i]))],
        };

    public static readonly Gen<TrueFalseQuestion> GenTrueFalse =
        Gen.Select(GenText, Gen.Bool, GenOptionalText, GenOptionalText, (text, answer, wrong, right) =>
            new TrueFalseQuestion { Text = text, Answer = answer, WrongFeedback = wrong, RightFeedback = right });

    public static readonly Gen<ShortAnswerQuestion> GenShortAnswer =
        Gen.Select(GenText, Gen.Select(GenTextWithoutArrow, GenTextWithoutArrow, Gen.OneOf(1m, 0.5m, 0m)).List[1, 4], (text, answers) =>
            new ShortAnswerQuestion { Text = text, Answers = [.. answers.Select((a, i) => new ShortAnswer(a.Item1, i == 0 ? 1 : a.Item3, a.Item2))] });

    public static readonly Gen<NumericalQuestion> GenNumerical =
        from text in GenText
        from answers in Gen.Select(GenNumber, GenNumber, Gen.OneOf(1m, 0.5m, 0m), GenOptionalText).List[1, 4]
        from any in Gen.Bool
        from otherwise in GenOptionalText
        select new NumericalQuestion
        {
            Text = text,
            Answers = [.. answers.Select((a, i) => new NumericalAnswer(any && i > 0 ? null : a.Item1, any && i > 0 ? 0 : Math.Abs(a.Item2), i == 0 ? 1 : a.Item3, a.Item4))],
            OtherwiseFeedback = otherwise,
        };

    public static readonly Gen<Question> GenQuestion =
        from question in Gen.OneOf(GenChoice.Cast<Question>(), GenTrueFalse.Cast<Question>(), GenShortAnswer.Cast<Question>(), GenNumerical.Cast<Question>())
        from title in Gen.OneOf(Gen.Const(""), GiftHostileText)
        from general in GenOptionalText
        from id in Gen.OneOf(Gen.Const((string?)null), Gen.OneOf<string?>("q1", "a]b", "é 2"))
        from tags in Gen.OneOf("site", "carnet]").List[0, 2]
        from category in Gen.OneOf("", "Site", "Site/Accueil", "a//b")
        select question with { Title = title, GeneralFeedback = general, ExternalId = id, Tags = tags, Category = category };

    private static Gen<TTo> Cast<TTo>(this Gen<ChoiceQuestion> gen) where TTo : class => gen.Select(q => (TTo)(object)q);
    private static Gen<TTo> Cast<TTo>(this Gen<TrueFalseQuestion> gen) where TTo : class => gen.Select(q => (TTo)(object)q);
    private static Gen<TTo> Cast<TTo>(this Gen<ShortAnswerQuestion> gen) where TTo : class => gen.Select(q => (TTo)(object)q);
    private static Gen<TTo> Cast<TTo>(this Gen<NumericalQuestion> gen) where TTo : class => gen.Select(q => (TTo)(object)q);
}
