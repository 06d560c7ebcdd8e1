using CapaCitoyenne.Library.Search;

namespace CapaCitoyenne.Sites.Search;

/// <summary>What is to be found, as text.</summary>
/// <param name="Id">Of the page, post or event.</param>
/// <param name="Text">Plain text, without what changes by itself (lists of news, of dates).</param>
internal sealed record SearchSubject(Guid Id, string Path, string Title, string? Summary, string Text, DateOnly? Day);

/// <summary>Writes the search index of the current space. Whoever puts something online writes it here, and removes it when it goes.</summary>
internal sealed class SearchIndexer(ISearchRepository index, ICurrentTenant currentTenant) : ITransientDependency
{
    // A word in the title says more than a word in the text; a word repeated in the text says a little more each time.
    private const int TitleWeight = 12;
    private const int SummaryWeight = 4;
    private const int MaxTextWeight = 5;

    public Task WriteAsync(SearchSubject subject)
    {
        var tenantId = currentTenant.Id!.Value;
        var terms = new Dictionary<string, (string Word, int Weight)>(StringComparer.Ordinal);
        foreach (var group in FrenchAnalyzer.Index(subject.Text).GroupBy(term => term.Term, StringComparer.Ordinal))
            terms[group.Key] = (group.First().Word, Math.Min(group.Count(), MaxTextWeight));
        Add(terms, subject.Title, TitleWeight);
        Add(terms, subject.Summary ?? "", SummaryWeight);
        return index.WriteAsync(
            new SearchEntry(subject.Id, tenantId, subject.Path, subject.Title, Flat(subject.Summary + "\n" + subject.Text), subject.Day),
            [.. terms.Select(term => new SearchTerm(tenantId, term.Key, subject.Id, term.Value.Word.Length <= FrenchAnalyzer.MaxTermLength ? term.Value.Word : "", term.Value.Weight))]);
    }

    public Task RemoveAsync(Guid id) => index.RemoveAsync(id);

    private static void Add(Dictionary<string, (string Word, int Weight)> terms, string text, int weight)
    {
        foreach (var term in FrenchAnalyzer.Index(text).DistinctBy(term => term.Term))
            terms[term.Term] = terms.TryGetValue(term.Term, out var known) ? (known.Word, known.Weight + weight) : (term.Word, weight);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
