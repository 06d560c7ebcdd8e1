using CapaCitoyenne.Library.Search;

namespace CapaCitoyenne.Library.Commons;

/// <summary>The commons and their inverted index. The same queries run on both databases.</summary>
internal interface ICommonsGuideRepository : IRepository<CommonsGuide, Guid>
{
    /// <summary>Guides that have all (or some) of the terms, best first, then newest.</summary>
    Task<CommonsMatches> SearchAsync(CommonsQuery query, CancellationToken cancellationToken = default);

    /// <summary>Those of the terms that any shared guide has.</summary>
    Task<List<string>> GetKnownTermsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken = default);

    /// <summary>Known words of about this length, for a spelling proposal.</summary>
    Task<List<string>> GetWordsAsync(int minLength, int maxLength, int max, CancellationToken cancellationToken = default);

    Task AddToIndexAsync(IReadOnlyCollection<CommonsTerm> terms, IReadOnlyCollection<string> words, CancellationToken cancellationToken = default);

    Task RemoveFromIndexAsync(Guid commonsGuideId, CancellationToken cancellationToken = default);

    /// <summary>How many spaces have adapted each of these guides (ids of the guides, not of their snapshots).</summary>
    Task<Dictionary<Guid, int>> GetAdaptationCountsAsync(IReadOnlyCollection<Guid> guideIds, CancellationToken cancellationToken = default);
}

/// <param name="Terms">Terms of the text; empty lists everything.</param>
/// <param name="Facets">Terms of facets, which all must be there.</param>
/// <param name="MatchAll">All the terms, or at least one.</param>
/// <param name="After">End of the page before.</param>
internal sealed record CommonsQuery(IReadOnlyList<string> Terms, IReadOnlyList<string> Facets, bool MatchAll, SearchCursor? After, int Count);

/// <param name="Guides">One page, best first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Facets">Facet terms of all matches, with their number of guides.</param>
internal sealed record CommonsMatches(int TotalCount, IReadOnlyList<CommonsGuide> Guides, SearchCursor? Next, IReadOnlyList<(string Term, int Count)> Facets)
{
    public static readonly CommonsMatches None = new(0, [], null, []);
}
