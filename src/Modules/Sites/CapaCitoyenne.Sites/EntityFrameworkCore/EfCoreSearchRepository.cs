using CapaCitoyenne.Sites.Search;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

/// <summary>Plain LINQ over the inverted index, so that both databases answer alike.</summary>
internal sealed class EfCoreSearchRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, SearchEntry, Guid>(dbContextProvider), ISearchRepository, ITransientDependency
{
    public async Task WriteAsync(SearchEntry entry, IReadOnlyCollection<SearchTerm> terms)
    {
        await RemoveAsync(entry.Id);
        var context = await GetDbContextAsync();
        context.Add(entry);
        context.AddRange(terms);
        await context.SaveChangesAsync();
        // Hundreds of lines that nobody changes again: the unit of work need not look through them at each save.
        foreach (var term in terms) context.Entry(term).State = EntityState.Detached;
        context.Entry(entry).State = EntityState.Detached;
    }

    public async Task RemoveAsync(Guid id)
    {
        var context = await GetDbContextAsync();
        await context.Set<SearchTerm>().Where(term => term.EntryId == id).ExecuteDeleteAsync();
        await context.Set<SearchEntry>().Where(entry => entry.Id == id).ExecuteDeleteAsync();
    }

    public async Task<SearchMatches> FindAsync(SearchQuery query)
    {
        var context = await GetDbContextAsync();
        var lines = context.Set<SearchTerm>().Where(term => query.Terms.Contains(term.Term)).GroupBy(term => term.EntryId);
        if (query.MatchAll) lines = lines.Where(group => group.Count() == query.Terms.Count);
        var matches = lines.Select(group => new Match { Id = group.Key, Rank = group.Sum(term => term.Weight) });
        var total = await matches.CountAsync();
        if (total == 0) return new SearchMatches(0, [], null);
        if (query.After is { Rank: var rank, Id: var id }) matches = matches.Where(match => match.Rank < rank || (match.Rank == rank && match.Id.CompareTo(id) < 0));
        var page = await matches.OrderByDescending(match => match.Rank).ThenByDescending(match => match.Id).Take(query.Count + 1).ToListAsync();
        var next = page.Count > query.Count ? new SearchPosition(page[query.Count - 1].Rank, page[query.Count - 1].Id) : null;
        var ids = page.Take(query.Count).Select(match => match.Id).ToList();
        var entries = await context.Set<SearchEntry>().AsNoTracking().Where(entry => ids.Contains(entry.Id)).ToListAsync();
        return new SearchMatches(total, [.. entries.OrderBy(entry => ids.IndexOf(entry.Id))], next);
    }

    public async Task<List<string>> GetKnownTermsAsync(IReadOnlyCollection<string> terms)
        => await (await GetDbContextAsync()).Set<SearchTerm>().Where(term => terms.Contains(term.Term)).Select(term => term.Term).Distinct().ToListAsync();

    public async Task<List<string>> GetWordsAsync(int minLength, int maxLength, int max)
        => await (await GetDbContextAsync()).Set<SearchTerm>().Where(term => term.Word.Length >= minLength && term.Word.Length <= maxLength)
            .Select(term => term.Word).Distinct().OrderBy(word => word).Take(max).ToListAsync();

    private sealed class Match
    {
        public Guid Id { get; init; }

        public int Rank { get; init; }
    }
}
