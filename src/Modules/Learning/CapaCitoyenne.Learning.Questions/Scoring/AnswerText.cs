using System.Globalization;
using System.Text;

namespace CapaCitoyenne.Learning.Questions.Scoring;

/// <summary>Compares what a learner typed with what an author expects.</summary>
internal static class AnswerText
{
    // From how many characters on one slip, then two, are forgiven. Short words are too close to each other.
    private const int OneSlipFrom = 5;
    private const int TwoSlipsFrom = 9;

    /// <summary>Spaces collapsed, apostrophes and dashes made alike, and case and accents folded unless they matter.</summary>
    public static string Fold(string text, bool caseSensitive, bool accentSensitive)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(accentSensitive ? NormalizationForm.FormC : NormalizationForm.FormD))
        {
            if (!accentSensitive && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\u2060')
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }

            folded.Append(c switch
            {
                '\u2019' or '\u2018' or '\u02BC' or '\u2032' => "'",
                '\u2010' or '\u2011' or '\u2013' or '\u2212' => "-",
                'œ' when !accentSensitive => "oe",
                'Œ' when !accentSensitive => "OE",
                'æ' when !accentSensitive => "ae",
                'Æ' when !accentSensitive => "AE",
                _ => c.ToString(),
            });
        }

        var result = folded.ToString().Trim();
        return caseSensitive ? result : result.ToLowerInvariant();
    }

    /// <summary>Whether a * of the text stands for any characters.</summary>
    public static bool IsPattern(string text) => text.Replace(@"\*", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal);

    /// <summary>A text that is no pattern, as people read it.</summary>
    public static string Unescape(string text) => text.Replace(@"\*", "*", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="typed"/> is <paramref name="pattern"/>, where * stands for any characters and \* for itself.</summary>
    public static bool Matches(string pattern, string typed)
    {
        // The usual two-pointer match: linear in practice, and no regular expression made from an author's text.
        int p = 0, t = 0, star = -1, from = 0;
        while (t < typed.Length)
        {
            var escaped = p + 1 < pattern.Length && pattern[p] == '\\' && pattern[p + 1] == '*';
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, t);
            }
            else if (p < pattern.Length && typed[t] == (escaped ? '*' : pattern[p]))
            {
                p += escaped ? 2 : 1;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>Whether <paramref name="typed"/> is a slip away from <paramref name="expected"/>. Figures forgive nothing: 1907 is not almost 1901.</summary>
    public static bool IsAlmost(string expected, string typed)
    {
        if (expected.Contains('*', StringComparison.Ordinal) || !Digits(expected).SequenceEqual(Digits(typed))) return false;
        var allowed = expected.Length >= TwoSlipsFrom ? 2 : expected.Length >= OneSlipFrom ? 1 : 0;
        return allowed > 0 && Math.Abs(expected.Length - typed.Length) <= allowed && Slips(expected, typed) <= allowed;
    }

    // Numbers one by one, so that "30 jours" and "3 jours 0" differ.
    private static IEnumerable<string> Digits(string text)
    {
        var number = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.IsDigit(c))
            {
                number.Append(c);
            }
            else if (number.Length > 0)
            {
                yield return number.ToString();
                number.Clear();
            }
        }
    }

    // Letters added, dropped, changed, or two neighbours swapped (optimal string alignment).
    private static int Slips(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(changed, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
