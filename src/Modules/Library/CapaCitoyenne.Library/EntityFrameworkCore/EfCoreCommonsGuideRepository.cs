using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Search;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Library.EntityFrameworkCore;

/// <summary>Plain LINQ over the inverted index, so that both databases answer alike.</summary>
internal sealed class EfCoreCommonsGuideRepository(IDbContextProvider<AbpDbContext> dbContextProvider)
    : EfCoreRepository<AbpDbContext, CommonsGuide, Guid>(dbContextProvider), ICommonsGuideRepository, ITransientDependency
{
    public async Task<CommonsMatches> SearchAsync(CommonsQuery query, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        var matches = Matches(context, query);
        var total = await matches.CountAsync(cancellationToken);
        if (total == 0)
        {
            return CommonsMatches.None;
        }

        var page = await Page(matches, query).ToListAsync(cancellationToken);
        var next = page.Count > query.Count ? new SearchCursor(page[query.Count - 1].Rank, page[query.Count - 1].Id) : null;
        var ids = page.Take(query.Count).Select(match => match.Id).ToList();
        var guides = await context.Set<CommonsGuide>().AsNoTracking().Where(guide => ids.Contains(guide.Id)).ToListAsync(cancellationToken);

        var found = matches.Select(match => match.Id);
        var facets = await context.Set<CommonsTerm>()
            .Where(term => term.Field != TermField.Text && found.Contains(term.CommonsGuideId))
            .GroupBy(term => term.Term)
            .Select(group => new { Term = group.Key, Count = group.Count() })
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Term)
            .ToListAsync(cancellationToken);

        return new CommonsMatches(
            total,
            [.. guides.OrderBy(guide => ids.IndexOf(guide.Id))],
            next,
            [.. facets.Select(facet => (facet.Term, facet.Count))]);
    }

    public async Task<List<string>> GetKnownTermsAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        return await context.Set<CommonsTerm>().Where(term => terms.Contains(term.Term)).Select(term => term.Term).Distinct().ToListAsync(cancellationToken);
    }

    public async Task<List<string>> GetWordsAsync(int minLength, int maxLength, int max, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        return await context.Set<CommonsWord>().Where(word => word.Length >= minLength && word.Length <= maxLength)
            .OrderBy(word => word.Word).Take(max).Select(word => word.Word).ToListAsync(cancellationToken);
    }

    public async Task AddToIndexAsync(IReadOnlyCollection<CommonsTerm> terms, IReadOnlyCollection<string> words, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        context.Set<CommonsTerm>().AddRange(terms);
        await context.SaveChangesAsync(cancellationToken);

        // Two curators may publish the same new word at once: the second insert is no error.
        foreach (var word in words)
        {
            await context.Database.ExecuteSqlAsync(
                $"""INSERT INTO "LibraryCommonsWords" ("Word", "Length") VALUES ({word}, {word.Length}) ON CONFLICT DO NOTHING""", cancellationToken);
        }
    }

    public async Task RemoveFromIndexAsync(Guid commonsGuideId, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        await context.Set<CommonsTerm>().Where(term => term.CommonsGuideId == commonsGuideId).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<Dictionary<Guid, int>> GetAdaptationCountsAsync(IReadOnlyCollection<Guid> guideIds, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync(cancellationToken);
        return await context.Set<Adaptation>().Where(adaptation => guideIds.Contains(adaptation.SourceGuideId))
            .GroupBy(adaptation => adaptation.SourceGuideId)
            .Select(group => new { group.Key, Count = group.Select(adaptation => adaptation.AdaptingTenantId).Distinct().Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
    }

    private static IQueryable<Match> Matches(AbpDbContext context, CommonsQuery query)
    {
        var terms = query.Terms.Concat(query.Facets).ToList();
        if (terms.Count == 0)
        {
            return context.Set<CommonsGuide>().Where(guide => guide.IsCurrent && guide.WithdrawnTime == null).Select(guide => new Match { Id = guide.Id, Rank = 0 });
        }

        var lines = context.Set<CommonsTerm>().Where(term => terms.Contains(term.Term));
        if (query.MatchAll || query.Terms.Count == 0)
        {
            return lines.GroupBy(line => line.CommonsGuideId)
                .Where(group => group.Count() == terms.Count)
                .Select(group => new Match { Id = group.Key, Rank = group.Sum(line => line.Weight) });
        }

        // Some of the words, all of the facets.
        var facets = query.Facets.Count;
        return lines.GroupBy(line => line.CommonsGuideId)
            .Where(group => group.Count(line => line.Field != TermField.Text) == facets && group.Count() > facets)
            .Select(group => new Match { Id = group.Key, Rank = group.Sum(line => line.Weight) });
    }

    private static IQueryable<Match> Page(IQueryable<Match> matches, CommonsQuery query)
    {
        if (query.After is { Rank: var rank, Id: var id })
        {
            matches = matches.Where(match => match.Rank < rank || (match.Rank == rank && match.Id.CompareTo(id) < 0));
        }

        return matches.OrderByDescending(match => match.Rank).ThenByDescending(match => match.Id).Take(query.Count + 1); // ids are in order of time
    }

    private sealed class Match
    {
        public Guid Id { get; init; }

        public int Rank { get; init; }
    }
}
