using System.Text.RegularExpressions;

namespace CapaCitoyenne.Library.Search;

/// <summary>A piece of an excerpt.</summary>
/// <param name="IsMatch">Whether it is one of the words that were looked for.</param>
public readonly record struct ExcerptPart(string Text, bool IsMatch);

/// <summary>The passage of a text where the words of a query stand, in pieces to be marked. Pieces are plain text: whoever shows them encodes them.</summary>
public static partial class SearchExcerpt
{
    /// <param name="terms">Of <see cref="FrenchAnalyzer.Query"/>.</param>
    /// <param name="maxLength">Characters, not counting the dots that stand for what is left out.</param>
    public static IReadOnlyList<ExcerptPart> Of(string text, IReadOnlySet<string> terms, int maxLength = 220)
    {
        var known = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        var matches = Word().Matches(text).Where(word => IsMatch(word.Value)).Select(word => (Start: word.Index, End: word.Index + word.Length)).ToList();
        var (from, to) = Window(text, matches.Count == 0 ? 0 : matches[0].Start, maxLength);
        var parts = new List<ExcerptPart>();
        Add(from > 0 ? "…" : "", false);
        var at = from;
        foreach (var (start, end) in matches.SkipWhile(match => match.Start < from).TakeWhile(match => match.End <= to))
        {
            Add(text[at..start], false);
            Add(text[start..end], true);
            at = end;
        }
        Add(text[at..to].TrimEnd(), false);
        Add(to < text.Length ? "…" : "", false);
        return parts;

        void Add(string part, bool isMatch)
        {
            if (part.Length > 0) parts.Add(new ExcerptPart(part, isMatch));
        }

        bool IsMatch(string word)
        {
            if (!known.TryGetValue(word, out var isMatch))
                known[word] = isMatch = FrenchAnalyzer.Query(word).Any(term => terms.Contains(term.Term));
            return isMatch;
        }
    }

    /// <summary>Whole words around the first match, a third of them before it.</summary>
    private static (int From, int To) Window(string text, int match, int maxLength)
    {
        if (text.Length <= maxLength) return (0, text.Length);
        var from = Math.Clamp(match - maxLength / 3, 0, text.Length - maxLength);
        var to = from + maxLength;
        if (from > 0 && text.IndexOf(' ', from, Math.Min(30, match - from)) is >= 0 and var space) from = space + 1;
        if (to < text.Length && text.LastIndexOf(' ', to - 1, Math.Min(30, to - match)) is var last && last > match) to = last;
        if (from > 0 && char.IsLowSurrogate(text[from])) from++;
        if (to < text.Length && char.IsHighSurrogate(text[to - 1])) to--;
        return (from, to);
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
