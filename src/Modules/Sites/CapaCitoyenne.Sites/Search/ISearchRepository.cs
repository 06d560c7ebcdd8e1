namespace CapaCitoyenne.Sites.Search;

/// <summary>The search index of the current space.</summary>
internal interface ISearchRepository : IRepository<SearchEntry, Guid>
{
    /// <summary>Takes the place of what the entry's id had.</summary>
    Task WriteAsync(SearchEntry entry, IReadOnlyCollection<SearchTerm> terms);

    Task RemoveAsync(Guid id);

    Task<SearchMatches> FindAsync(SearchQuery query);

    /// <summary>Those of the terms that some entry has.</summary>
    Task<List<string>> GetKnownTermsAsync(IReadOnlyCollection<string> terms);

    /// <summary>Words of the site between two lengths, in order, at most <paramref name="max"/>.</summary>
    Task<List<string>> GetWordsAsync(int minLength, int maxLength, int max);
}

/// <param name="MatchAll">All of the terms, or at least one.</param>
internal sealed record SearchQuery(IReadOnlyList<string> Terms, bool MatchAll, SearchPosition? After, int Count);

internal sealed record SearchMatches(int Total, IReadOnlyList<SearchEntry> Entries, SearchPosition? Next);

/// <summary>Where a page of results ended.</summary>
internal sealed record SearchPosition(int Rank, Guid Id)
{
    /// <summary>Null when the text is none of ours: the search then begins at its beginning.</summary>
    public static SearchPosition? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var rank)
            && Guid.TryParseExact(parts[1], "N", out var id) ? new SearchPosition(rank, id) : null;
    }

    public override string ToString() => FormattableString.Invariant($"{Rank}.{Id:N}");
}
