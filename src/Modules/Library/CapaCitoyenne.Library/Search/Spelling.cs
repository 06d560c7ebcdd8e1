namespace CapaCitoyenne.Library.Search;

/// <summary>"Vouliez-vous dire…": the known word that shares most groups of three letters with an unknown one.</summary>
internal static class Spelling
{
    /// <summary>Below this likeness (0 to 1) nothing is proposed.</summary>
    public const double Threshold = 0.3;

    /// <summary>How many letters a proposal may be longer or shorter.</summary>
    public const int MaxLengthDifference = 2;

    /// <summary>The nearest of <paramref name="vocabulary"/>, the first one of equals; null when none is near enough.</summary>
    public static string? Nearest(string word, IEnumerable<string> vocabulary)
    {
        var trigrams = Trigrams(word);
        var best = (Word: default(string), Likeness: Threshold);
        foreach (var candidate in vocabulary)
        {
            var likeness = Likeness(trigrams, Trigrams(candidate));
            if (likeness > best.Likeness)
            {
                best = (candidate, likeness);
            }
        }

        return best.Word;
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
