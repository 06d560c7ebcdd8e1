namespace CapaCitoyenne.Library.Search;

/// <summary>
/// Families of words and expressions that mean the same to an association. One family a line in <c>synonyms.fr.txt</c>, its forms
/// separated by commas; the first form gives the family its name and is the one that acronyms stand for.
/// </summary>
internal sealed class SynonymTable
{
    // Longest expressions first, so that "conseil d'administration" wins over "conseil".
    private readonly Dictionary<string, List<Form>> _byFirstStem = new(StringComparer.Ordinal);

    public SynonymTable(IEnumerable<string> lines, Func<string, IReadOnlyList<string>> stems)
    {
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var forms = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(form => stems(form)).Where(form => form.Count > 0).DistinctBy(form => string.Join(' ', form)).ToList();
            var family = "=" + string.Join('-', forms[0]);
            foreach (var form in forms)
            {
                if (!_byFirstStem.TryGetValue(form[0], out var list))
                {
                    _byFirstStem[form[0]] = list = [];
                }

                list.Add(new Form(family, form, forms[0]));
                list.Sort((a, b) => b.Stems.Count.CompareTo(a.Stems.Count));
            }
        }
    }

    /// <summary>The longest form that begins at <paramref name="index"/>, or null.</summary>
    public Form? Match(IReadOnlyList<string> stems, int index)
        => _byFirstStem.TryGetValue(stems[index], out var forms)
            ? forms.Find(form => index + form.Stems.Count <= stems.Count && form.Stems.Select((stem, i) => stem == stems[index + i]).All(equal => equal))
            : null;

    /// <param name="Family">Term that all forms of the family share; begins with "=", which no word does.</param>
    /// <param name="Stems">Stems of this form.</param>
    /// <param name="MainStems">Stems of the family's first form.</param>
    internal sealed record Form(string Family, IReadOnlyList<string> Stems, IReadOnlyList<string> MainStems);
}
