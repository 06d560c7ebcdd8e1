namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>Reads one question; the answers between the braces are read by <see cref="GiftAnswerParser"/>.</summary>
internal static class GiftQuestionParser
{
    /// <summary>What stands in for the braces of a sentence with a missing word.</summary>
    private const string Gap = "_____";

    private static readonly (string Marker, TextFormat Format)[] Formats =
    [
        ("[html]", TextFormat.Html), ("[moodle]", TextFormat.Moodle), ("[plain]", TextFormat.Plain), ("[markdown]", TextFormat.Markdown),
    ];

    public static Question Parse(GiftSpan span)
    {
        var (title, rest) = ReadTitle(span.Trim());
        var (open, close) = (rest.IndexOf('{'), rest.IndexOf('}'));
        if (close >= 0 && (open < 0 || close < open)) throw new GiftException(rest.From(close).Offset, GiftErrorCodes.BraceNotOpened);
        if (open < 0) throw new GiftException(rest.Offset, GiftErrorCodes.TypeNotSupported, "description");
        if (close < 0) throw new GiftException(rest.From(open).Offset, GiftErrorCodes.BraceNotClosed);
        var (before, after) = (rest.To(open), rest.From(close + 1));
        var text = ReadText(before, TextFormat.Moodle);
        if (after.Trim().Length > 0) text = new(ReadText(before.To(before.Length), TextFormat.Moodle, keepEnd: true) + Gap + after, text.Format);
        var (answers, general) = ReadGeneralFeedback(rest.From(open + 1).To(close - open - 1), text.Format);
        return GiftAnswerParser.Parse(answers.Trim(), text) with { Title = title, GeneralFeedback = general };
    }

    /// <summary>A text with its format's marker, when it has one; any other word in brackets is text.</summary>
    public static QuestionText ReadText(GiftSpan span, TextFormat format)
    {
        var value = span.Trim();
        foreach (var (marker, named) in Formats)
        {
            if (value.StartsWith(marker)) return new(value.From(marker.Length).ToString(), named);
        }

        return new(value.ToString(), format);
    }

    /// <summary>The marker that <see cref="ReadText(GiftSpan, TextFormat)"/> reads.</summary>
    public static string Marker(TextFormat format) => Array.Find(Formats, known => known.Format == format).Marker;

    // The space before a gap belongs to the sentence.
    private static string ReadText(GiftSpan span, TextFormat format, bool keepEnd)
    {
        var text = ReadText(span, format).Value;
        var spaces = span.ToString();
        return keepEnd && text.Length > 0 ? text + spaces[spaces.TrimEnd().Length..] : text;
    }

    private static (string Title, GiftSpan Tail) ReadTitle(GiftSpan span)
    {
        if (!span.StartsWith("::")) return ("", span);
        for (var i = 2; i < span.Length - 1; i++)
        {
            if (span.StartsWith("::", i)) return (span.From(2).To(i - 2).ToString(), span.From(i + 2).Trim());
        }

        throw new GiftException(span.Offset, GiftErrorCodes.TitleNotClosed);
    }

    private static (GiftSpan Answers, QuestionText? General) ReadGeneralFeedback(GiftSpan braces, TextFormat format)
    {
        var at = braces.LastIndexOf("####");
        if (at < 0) return (braces, null);
        var text = ReadText(braces.From(at + 4), format);
        return (braces.To(at), text.IsEmpty ? null : text);
    }
}
