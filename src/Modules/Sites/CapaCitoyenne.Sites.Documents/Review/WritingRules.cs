using System.Globalization;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CapaCitoyenne.Sites.Documents.Review;

/// <summary>Shouting, repeated marks, telephone numbers in one lump, long sentences, and paragraphs that look like headings.</summary>
internal static partial class WritingRules
{
    private const int MaxSentenceWords = 40;
    private const int MaxHeadingLength = 90;

    public static IEnumerable<ReviewRemark> Check(Passage passage)
    {
        if (passage.Field.Kind is not (FieldKind.Markdown or FieldKind.Text)) yield break;
        var prose = passage.Prose;
        foreach (Match match in Capitals().Matches(prose))
            yield return passage.Remark(ReviewCodes.Capitals, passage.Replace(match, Calm(match.Value)), ("Text", Short(match.Value)));
        foreach (Match match in Marks().Matches(prose))
            yield return passage.Remark(ReviewCodes.MarksRepeated, passage.Replace(match, match.Value[..1]), ("Marks", match.Value));
        foreach (Match match in Phone().Matches(prose))
            yield return passage.Remark(ReviewCodes.PhoneUngrouped, passage.Replace(match, Grouped(match.Value)), ("Phone", match.Value));
        foreach (var remark in CheckStructure(passage)) yield return remark;
    }

    private static IEnumerable<ReviewRemark> CheckStructure(Passage passage)
    {
        foreach (var paragraph in passage.Tree?.OfType<ParagraphBlock>() ?? [])
        {
            if (paragraph.Inline is { FirstChild: EmphasisInline { DelimiterCount: 2 } bold } && bold.NextSibling is null
                && MarkdownText.Words(bold) is { Length: > 0 and <= MaxHeadingLength } words && words[^1] is not ('.' or '!' or '?' or ':' or '…'))
            {
                var old = passage.Text.Substring(paragraph.Span.Start, paragraph.Span.Length);
                yield return passage.Remark(ReviewCodes.BoldHeading, passage.Replace(paragraph.Span.Start, old.Length, "## " + old.Trim('*', '_', ' ')), ("Text", Short(words)));
            }
        }
        foreach (var paragraph in passage.Tree?.Descendants<ParagraphBlock>() ?? [])
        {
            foreach (var sentence in Sentences().Split(MarkdownText.Lines(paragraph.Inline)))
            {
                var count = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));
                if (count > MaxSentenceWords) yield return passage.Remark(ReviewCodes.SentenceLong, null, ("Words", count), ("Text", Short(sentence.Trim())));
            }
        }
    }

    private static string Calm(string text)
    {
        var lower = text.ToLower(CultureInfo.GetCultureInfo("fr"));
        return char.ToUpperInvariant(lower[0]) + lower[1..];
    }

    private static string Grouped(string phone) => string.Join('\u00a0', phone.Chunk(2).Select(pair => new string(pair)));

    /// <summary>Enough of a text to know it again.</summary>
    public static string Short(string text)
    {
        if (text.Length <= 60) return text;
        var cut = text.LastIndexOf(' ', 60);
        return text[..(cut > 20 ? cut : char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
    }

    [GeneratedRegex(@"\b\p{Lu}{2,}(?:[ '’\u00a0-]+\p{Lu}+\b){3,}", RegexOptions.None, 1000)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"!{2,}|\?{2,}", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<![\d+/.-])0[1-9]\d{8}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(?<=[.!?…])\s+|\n", RegexOptions.None, 1000)]
    private static partial Regex Sentences();
}
