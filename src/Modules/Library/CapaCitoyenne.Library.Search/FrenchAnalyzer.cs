using System.Reflection;

namespace CapaCitoyenne.Library.Search;

/// <summary>A term of the index and the word it was read from.</summary>
/// <param name="Term">Stem, or a synonym family ("=…").</param>
/// <param name="Word">The word as written, in lower case; the first word of an expression.</param>
public readonly record struct AnalyzedTerm(string Term, string Word);

/// <summary>
/// The one French analyzer of the product: turns a text into the terms of the inverted index, and a query into the terms to look up.
/// Pure code, so that both databases hold the same terms. Whatever <see cref="Query"/> asks for, <see cref="Index"/> of a text
/// with the same words has written.
/// </summary>
public static class FrenchAnalyzer
{
    /// <summary>Longest term, in characters; longer words are cut.</summary>
    public const int MaxTermLength = 60;

    private static readonly HashSet<string> StopWords = [.. Lines("stopwords.fr.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    private static readonly SynonymTable Synonyms = new(Lines("synonyms.fr.txt"), form => [.. Stems(form).Select(stem => stem.Term)]);

    /// <summary>All terms of a text, with repetitions: each word's stem, and the family of each word or expression that has one.</summary>
    public static IReadOnlyList<AnalyzedTerm> Index(string text) => Analyze(text, (terms, form, words) =>
    {
        terms.AddRange(words);
        terms.Add(new AnalyzedTerm(Cut(form.Family), words[0].Word));
        if (form.Stems.Count < form.MainStems.Count)
        {
            terms.AddRange(form.MainStems.Select(stem => new AnalyzedTerm(stem, words[0].Word))); // an acronym stands for its words
        }
    });

    /// <summary>The different terms of a query, in order; an expression with synonyms is one term.</summary>
    public static IReadOnlyList<AnalyzedTerm> Query(string text)
        => [.. Analyze(text, (terms, form, words) => terms.Add(new AnalyzedTerm(Cut(form.Family), words[0].Word))).DistinctBy(term => term.Term)];

    /// <summary>Words worth proposing when a query's word is unknown: not stop words, not numbers, three letters and more.</summary>
    public static IEnumerable<string> Vocabulary(string text)
        => FrenchText.Words(text).Where(word => word.Length is >= 3 and <= MaxTermLength && word.All(char.IsLetter) && !IsStopWord(word, FrenchText.Fold(word))).Distinct();

    private static List<AnalyzedTerm> Analyze(string text, Action<List<AnalyzedTerm>, SynonymTable.Form, IReadOnlyList<AnalyzedTerm>> addForm)
    {
        var words = Stems(text).ToList();
        var stems = words.ConvertAll(word => word.Term);
        var terms = new List<AnalyzedTerm>(words.Count + 8);
        for (var i = 0; i < words.Count; i++)
        {
            if (Synonyms.Match(stems, i) is { } form)
            {
                addForm(terms, form, words.GetRange(i, form.Stems.Count));
                i += form.Stems.Count - 1;
            }
            else
            {
                terms.Add(words[i]);
            }
        }

        return terms;
    }

    private static IEnumerable<AnalyzedTerm> Stems(string text)
    {
        foreach (var word in FrenchText.Words(text))
        {
            var folded = FrenchText.Fold(word);
            if (!IsStopWord(word, folded))
            {
                yield return new AnalyzedTerm(Cut(FrenchStemmer.Stem(folded)), word);
            }
        }
    }

    // One letter says nothing (elided articles, the e of "e-mailing"); accents decide between "ça" and the CA, "été" is in both forms.
    private static bool IsStopWord(string word, string folded)
        => folded.Length == 0 || (folded.Length == 1 && !char.IsDigit(folded[0])) || StopWords.Contains(word) || (folded.Length > 2 && StopWords.Contains(folded));

    private static string Cut(string term) => term.Length <= MaxTermLength ? term : term[..MaxTermLength];

    private static IEnumerable<string> Lines(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"{typeof(FrenchAnalyzer).Namespace}.{file}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
