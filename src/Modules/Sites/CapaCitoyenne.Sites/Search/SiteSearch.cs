using CapaCitoyenne.Library.Search;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Search;

/// <summary>What a search found.</summary>
/// <param name="IsPartial">Nothing has all of the words: these have some.</param>
/// <param name="DidYouMean">The query with its unknown words replaced by near ones; null when there is nothing to propose.</param>
internal sealed record SearchResults(int Total, IReadOnlyList<SearchResult> Items, SearchPosition? Next, bool IsPartial, string? DidYouMean);

internal sealed record SearchResult(string Path, string Title, DateOnly? Day, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>Searches the published pages, posts and events of the current space.</summary>
internal sealed class SiteSearch(ISearchRepository index, ISiteRepository sites, IEventRepository events, IBackgroundJobManager jobs, IClock clock) : ITransientDependency
{
    /// <summary>Characters of a query that are looked at.</summary>
    public const int MaxQueryLength = 100;
    private const int MaxTerms = 10;
    private const int PageSize = 10;
    private const int MaxWords = 20_000;

    public async Task<SearchResults> FindAsync(string text, SearchPosition? after)
    {
        var words = FrenchAnalyzer.Query(text).Take(MaxTerms).ToList();
        if (words.Count == 0) return new SearchResults(0, [], null, false, null);
        await RenewAsync();
        var query = new SearchQuery([.. words.Select(word => word.Term)], MatchAll: true, after, PageSize);
        var matches = await index.FindAsync(query);
        var isPartial = matches.Total == 0 && words.Count > 1;
        if (isPartial) matches = await index.FindAsync(query with { MatchAll = false });
        var terms = query.Terms.ToHashSet(StringComparer.Ordinal);
        var days = await FindNextDaysAsync(matches.Entries);
        return new SearchResults(
            matches.Total, [.. matches.Entries.Select(entry => new SearchResult(entry.Path, entry.Title, days.TryGetValue(entry.Id, out var day) ? day : entry.Day, SearchExcerpt.Of(entry.Text, terms)))],
            matches.Next, isPartial && matches.Total > 0, await DidYouMeanAsync(text, words));
    }

    /// <summary>Of events: the next time that they take place, or the last one. It moves on while nobody writes.</summary>
    private async Task<Dictionary<Guid, DateOnly>> FindNextDaysAsync(IReadOnlyList<SearchEntry> entries)
    {
        Guid[] ids = [.. entries.Where(entry => entry.Path.StartsWith(Event.Folder + "/", StringComparison.Ordinal)).Select(entry => entry.Id)];
        var today = SiteDay.Of(clock.Now);
        return ids.Length == 0 ? [] : (await events.GetListAsync(one => ids.Contains(one.Id))).ToDictionary(one => one.Id, one => one.NextDay(today));
    }

    private async Task RenewAsync()
    {
        if (await sites.FirstOrDefaultAsync(site => site.SearchVersion < Site.CurrentSearchVersion) is not null) await jobs.EnqueueAsync(new ReindexSiteArgs());
    }

    private async Task<string?> DidYouMeanAsync(string text, List<AnalyzedTerm> words)
    {
        var known = (await index.GetKnownTermsAsync([.. words.Select(word => word.Term)])).ToHashSet(StringComparer.Ordinal);
        var unknown = words.Where(word => !known.Contains(word.Term)).Select(word => word.Word).ToList();
        if (unknown.Count == 0) return null;
        var near = await index.GetWordsAsync(
            unknown.Min(word => word.Length) - Spelling.MaxLengthDifference, unknown.Max(word => word.Length) + Spelling.MaxLengthDifference, MaxWords);
        var proposal = text;
        foreach (var word in unknown)
        {
            if (Spelling.Nearest(word, near.Where(candidate => Math.Abs(candidate.Length - word.Length) <= Spelling.MaxLengthDifference)) is { } nearest)
                proposal = proposal.Replace(word, nearest, StringComparison.OrdinalIgnoreCase);
        }
        return proposal == text ? null : proposal;
    }
}
