using System.Globalization;

namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>Reads what stands between the braces. What it looks like decides the kind of question, in this order.</summary>
internal static class GiftAnswerParser
{
    public static Question Parse(GiftSpan answers, QuestionText text)
    {
        if (answers.Length == 0) throw new GiftException(answers.Offset, GiftErrorCodes.TypeNotSupported, "essay");
        if (answers.StartsWith("#")) return Numerical(answers.From(1), text);
        if (answers.IndexOf('~') >= 0) return Choices(answers, text);
        if (answers.IndexOf('=') >= 0 && answers.ToString().Contains("->", StringComparison.Ordinal))
            throw new GiftException(answers.Offset, GiftErrorCodes.TypeNotSupported, "matching");
        var hash = answers.IndexOf('#');
        return (hash < 0 ? answers : answers.To(hash)).Trim().ToString() switch
        {
            "T" or "TRUE" => TrueFalse(answers, text, answer: true),
            "F" or "FALSE" => TrueFalse(answers, text, answer: false),
            _ => ShortAnswer(answers, text),
        };
    }

    private static ChoiceQuestion Choices(GiftSpan answers, QuestionText text)
    {
        var pieces = Split(answers, "=~");
        if (pieces[0].Sign == '\0') throw new GiftException(answers.Offset, GiftErrorCodes.TextBeforeFirstChoice, pieces[0].Span.Trim().ToString());
        if (pieces.Count < 2) throw new GiftException(answers.Offset, GiftErrorCodes.TooFewChoices);
        var choices = new List<Choice>();
        foreach (var (sign, piece) in pieces)
        {
            // After "=" a percentage is text: the choice is right, and no more can be said.
            var (weight, rest) = sign == '=' ? (1, piece.Trim()) : ReadWeight(piece, otherwise: 0);
            var (answer, feedback) = ReadFeedback(rest, text.Format);
            choices.Add(new(ReadAnswer(answer, text.Format), weight, feedback));
        }

        return new() { Text = text, Single = pieces.Any(piece => piece.Sign == '='), Choices = choices };
    }

    private static TrueFalseQuestion TrueFalse(GiftSpan answers, QuestionText text, bool answer)
    {
        // The first feedback is for a wrong answer, the second for a right one.
        var parts = Split(answers, "#");
        if (parts.Count > 3) throw new GiftException(parts[3].Span.Offset, GiftErrorCodes.TooManyFeedbacks);
        return new()
        {
            Text = text,
            Answer = answer,
            WrongFeedback = parts.Count > 1 ? ReadOptional(parts[1].Span, text.Format) : null,
            RightFeedback = parts.Count > 2 ? ReadOptional(parts[2].Span, text.Format) : null,
        };
    }

    private static ShortAnswerQuestion ShortAnswer(GiftSpan answers, QuestionText text)
    {
        var list = new List<ShortAnswer>();
        foreach (var (_, piece) in Split(answers, "="))
        {
            var (weight, rest) = ReadWeight(piece, otherwise: 1);
            var (answer, feedback) = ReadFeedback(rest, text.Format);
            list.Add(new(ReadAnswer(answer, text.Format), weight, feedback));
        }

        return new() { Text = text, Answers = list };
    }

    private static NumericalQuestion Numerical(GiftSpan answers, QuestionText text)
    {
        QuestionText? otherwise = null;
        var tilde = answers.IndexOf('~');
        if (tilde >= 0)
        {
            var last = answers.From(tilde + 1).Trim();
            if (!last.StartsWith("#")) throw new GiftException(answers.From(tilde).Offset, GiftErrorCodes.UnexpectedTilde);
            otherwise = ReadOptional(last.From(1), text.Format);
            answers = answers.To(tilde);
        }

        var list = new List<NumericalAnswer>();
        foreach (var (_, piece) in Split(answers, "="))
        {
            var (weight, rest) = ReadWeight(piece, otherwise: 1);
            var (value, feedback) = ReadFeedback(rest, text.Format);
            var (number, tolerance) = ReadRange(value.Trim());
            list.Add(new(number, tolerance, weight, feedback));
        }

        return new() { Text = text, Answers = list, OtherwiseFeedback = otherwise };
    }

    // "3", "3:0.5", "2.5..3.5" or "*".
    private static (decimal? Value, decimal Tolerance) ReadRange(GiftSpan span)
    {
        var value = span.ToString();
        if (value == "*") return (null, 0);
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            var (min, max) = (ReadNumber(span.To(dots)), ReadNumber(span.From(dots + 2)));
            if (min > max) throw new GiftException(span.Offset, GiftErrorCodes.RangeReversed, value);
            return ((min / 2) + (max / 2), (max / 2) - (min / 2));
        }

        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (ReadNumber(span), 0);
        var tolerance = ReadNumber(span.From(colon + 1));
        if (tolerance < 0) throw new GiftException(span.From(colon + 1).Offset, GiftErrorCodes.ToleranceExpected, value);
        return (ReadNumber(span.To(colon)), tolerance);
    }

    private static decimal ReadNumber(GiftSpan span)
    {
        var text = span.Trim().ToString();
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        var code = text.Contains(',', StringComparison.Ordinal) ? GiftErrorCodes.NumberWithComma : GiftErrorCodes.NumberExpected;
        throw new GiftException(span.Trim().Offset, code, text);
    }

    // "%50%", "%-33.33333%". A "%" that opens no weight is text.
    private static (decimal Fraction, GiftSpan Tail) ReadWeight(GiftSpan piece, decimal otherwise)
    {
        var span = piece.Trim();
        if (span.Length == 0 || !span[0].Is('%')) return (otherwise, span);
        var end = span.IndexOf('%', 1);
        if (end < 2) return (otherwise, span);
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var number = span.From(1).To(end - 1).ToString();
        if (number[0] == '+' || !decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out var percent)) return (otherwise, span);
        if (percent is < -100 or > 100) throw new GiftException(span.Offset, GiftErrorCodes.WeightOutOfRange, number);
        return (percent / 100, span.From(end + 1));
    }

    private static (GiftSpan Answer, QuestionText? Feedback) ReadFeedback(GiftSpan piece, TextFormat format)
    {
        var hash = piece.IndexOf('#');
        return hash < 0 ? (piece, null) : (piece.To(hash), ReadOptional(piece.From(hash + 1), format));
    }

    private static QuestionText ReadAnswer(GiftSpan span, TextFormat format)
    {
        var text = GiftQuestionParser.ReadText(span, format);
        return text.IsEmpty ? throw new GiftException(span.Offset, GiftErrorCodes.AnswerEmpty) : text;
    }

    private static QuestionText? ReadOptional(GiftSpan span, TextFormat format)
    {
        var text = GiftQuestionParser.ReadText(span, format);
        return text.IsEmpty ? null : text;
    }

    /// <summary>The pieces that begin with one of <paramref name="signs"/>; what stands before the first sign has the sign '\0'.</summary>
    private static List<(char Sign, GiftSpan Span)> Split(GiftSpan span, string signs)
    {
        var pieces = new List<(char, GiftSpan)>();
        var (sign, start) = ('\0', 0);
        for (var i = 0; i <= span.Length; i++)
        {
            if (i < span.Length && (span[i].Escaped || !signs.Contains(span[i].Value, StringComparison.Ordinal))) continue;
            var piece = span.From(start).To(i - start);
            if (sign != '\0' || piece.Trim().Length > 0) pieces.Add((sign, piece));
            if (i < span.Length) (sign, start) = (span[i].Value, i + 1);
        }

        return pieces;
    }
}
