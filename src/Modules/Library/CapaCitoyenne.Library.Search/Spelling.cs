namespace CapaCitoyenne.Library.Search;

/// <summary>
/// "Vouliez-vous dire…": among the known words that share groups of three letters with an unknown one, the one with the fewest slips of the finger.
/// </summary>
public static class Spelling
{
    /// <summary>Below this likeness (0 to 1) nothing is proposed.</summary>
    public const double Threshold = 0.3;

    /// <summary>How many letters a proposal may be longer or shorter.</summary>
    public const int MaxLengthDifference = 2;

    /// <summary>The nearest of <paramref name="vocabulary"/>, the first one of equals; null when none is near enough.</summary>
    public static string? Nearest(string word, IEnumerable<string> vocabulary)
    {
        var trigrams = Trigrams(word);
        var folded = FrenchText.Fold(word);
        return vocabulary
            .Select(candidate => (Word: candidate, Likeness: Likeness(trigrams, Trigrams(candidate))))
            .Where(candidate => candidate.Likeness > Threshold)
            .OrderBy(candidate => Slips(folded, FrenchText.Fold(candidate.Word)))
            .ThenByDescending(candidate => candidate.Likeness)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>Letters added, left out, changed, or swapped with their neighbour.</summary>
    internal static int Slips(string a, string b)
    {
        var counts = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                counts[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(counts[i - 1, j], counts[i, j - 1]) + 1,
                    counts[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    counts[i, j] = Math.Min(counts[i, j], counts[i - 2, j - 2] + 1);
                }
            }
        }

        return counts[a.Length, b.Length];
    }

    /// <summary>Shared groups over all groups, accents and case ignored, as PostgreSQL's <c>pg_trgm</c> counts them.</summary>
    public static double Likeness(string a, string b) => Likeness(Trigrams(a), Trigrams(b));

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return (double)shared / (a.Count + b.Count - shared);
    }

    private static HashSet<string> Trigrams(string word)
    {
        var padded = $"  {FrenchText.Fold(word)} ";
        var trigrams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= padded.Length; i++)
        {
            trigrams.Add(padded.Substring(i, 3));
        }

        return trigrams;
    }
}
