namespace CapaCitoyenne.Library.Search;

/// <summary>
/// Light French stemmer over folded words (see <see cref="FrenchText.Fold"/>): plurals, feminines, the common verb endings and
/// the families in -ation, -ateur, -atif. It works without accents on purpose: people search as they type, on phones, and
/// "tresoriere" must meet "trésorier". What derivation cannot reach ("décider", "décision") is in the synonym table.
/// </summary>
internal static class FrenchStemmer
{
    private const int ShortestStem = 3;

    // Singular words that end in -s: cutting it would confuse "cours" with "cour".
    private static readonly HashSet<string> Invariable =
    [
        "acces", "avis", "bras", "bus", "campus", "colis", "concours", "corps", "cours", "discours", "dos", "fois", "francais", "gens", "mois",
        "parcours", "pays", "permis", "poids", "prix", "proces", "processus", "progres", "recours", "repas", "secours", "succes", "temps", "tiers", "virus",
    ];

    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["travaux"] = "travail",
        ["vitraux"] = "vitrail",
        ["baux"] = "bail",
        ["yeux"] = "oeil",
        ["lieux"] = "lieu",
        ["milieux"] = "milieu",
        ["jeux"] = "jeu",
        ["enjeux"] = "enjeu",
        ["feux"] = "feu",
        ["voeux"] = "voeu",
        ["cheveux"] = "cheveu",
        ["neveux"] = "neveu",
        ["aveux"] = "aveu",
        ["adieux"] = "adieu",
        ["nouvelle"] = "nouveau",
        ["nouvelles"] = "nouveau",
        ["nouvel"] = "nouveau",
        ["belle"] = "beau",
        ["belles"] = "beau",
    };

    /// <summary>The stem of a folded word; words of three letters and numbers are their own stem.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem || char.IsDigit(word[0]))
        {
            return word;
        }

        var stem = Irregular.GetValueOrDefault(word) ?? Singular(word);
        stem = Masculine(stem);
        stem = Family(stem);
        return Trim(stem);
    }

    private static string Singular(string word) => word switch
    {
        _ when Invariable.Contains(word) => word,
        _ when word.EndsWith("eaux", StringComparison.Ordinal) => word[..^1],
        _ when word.EndsWith("aux", StringComparison.Ordinal) && word.Length > 4 => word[..^2] + "l",
        _ when word.EndsWith("eux", StringComparison.Ordinal) && word.Length > 4 => word[..^1] + "r", // heureux, heureuse: see Masculine
        _ when word.EndsWith('x') => word[..^1],
        _ when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    private static string Masculine(string word)
        => Replace(word, "trice", "teur") ?? Replace(word, "euse", "eur") ?? Replace(word, "iere", "ier") ?? Replace(word, "ere", "er")
            ?? Replace(word, "ive", "if") ?? Replace(word, "ique", "ic") ?? Replace(word, "ente", "ent") ?? Replace(word, "ante", "ant") ?? word;

    private static string Family(string word)
        => Replace(word, "ication", "i") ?? Replace(word, "ation", "") ?? Replace(word, "ateur", "") ?? Replace(word, "atif", "")
            ?? Replace(word, "ement", "", shortest: 4) ?? Replace(word, "ent", "", shortest: 4) ?? Replace(word, "ant", "", shortest: 4)
            ?? Replace(word, "er", "") ?? Replace(word, "ez", "") ?? word;

    // élue → élu, publiée → publi, citoyenne → citoyen, intelligentsia untouched
    private static string Trim(string word)
    {
        while (word.Length > ShortestStem && word[^1] == 'e')
        {
            word = word[..^1];
        }

        return word.Length > ShortestStem && word[^1] == word[^2] ? word[..^1] : word;
    }

    private static string? Replace(string word, string ending, string by, int shortest = ShortestStem)
        => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length + by.Length >= shortest && word.Length - ending.Length >= 2
            ? string.Concat(word.AsSpan(0, word.Length - ending.Length), by)
            : null;
}
