using System.Globalization;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Search;
using CapaCitoyenne.Sites.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Caching.Memory;

namespace CapaCitoyenne.Library.Commons;

[AllowAnonymous]
internal sealed class CommonsPublicAppService(ICommonsGuideRepository commons, AttributionFinder attributions, GuideBody bodies, IMemoryCache cache)
    : LibraryAppService, ICommonsPublicAppService
{
    private const int MaxTerms = 10;
    private const int MaxAdaptations = 20;
    private const int MaxWords = 20_000; // enough for a language; each is compared with what was typed
    private const int MaxCorrections = 2;

    [EnableRateLimiting(AnonymousRateLimits.Read)]
    public async Task<CommonsSearchResultDto> GetListAsync(CommonsSearchInput input)
    {
        var words = FrenchAnalyzer.Query(input.Query ?? "").Take(MaxTerms).ToList();
        var facets = new List<string>();
        if (input.Kind is { } kind)
        {
            facets.Add(CommonsTerm.OfKind(kind.ToString()));
        }

        if (!string.IsNullOrWhiteSpace(input.Theme))
        {
            facets.Add(CommonsTerm.OfTheme(input.Theme));
        }

        var query = new CommonsQuery([.. words.Select(word => word.Term)], facets, MatchAll: true, SearchCursor.Parse(input.Cursor), input.MaxResultCount);
        var matches = await commons.SearchAsync(query);
        var isPartial = matches.TotalCount == 0 && words.Count > 1;
        if (isPartial)
        {
            matches = await commons.SearchAsync(query with { MatchAll = false });
        }

        var counts = await commons.GetAdaptationCountsAsync([.. matches.Guides.Select(guide => guide.GuideId)]);
        return new CommonsSearchResultDto
        {
            TotalCount = matches.TotalCount,
            Items = [.. matches.Guides.Select(guide => guide.ToListItemDto(counts.GetValueOrDefault(guide.GuideId)))],
            NextCursor = matches.Next?.ToString(),
            IsPartial = isPartial && matches.TotalCount > 0,
            DidYouMean = await DidYouMeanAsync(input.Query ?? "", words),
            Kinds = Facet(matches, CommonsTerm.OfKind("")),
            Themes = Facet(matches, CommonsTerm.OfTheme("")),
        };
    }

    public async Task<CommonsGuideDto> GetBySlugAsync(string slug)
    {
        var guide = await commons.FirstOrDefaultAsync(guide => guide.Slug == slug && guide.IsCurrent) ?? throw new EntityNotFoundException(typeof(CommonsGuide), slug);
        var counts = await commons.GetAdaptationCountsAsync([guide.GuideId]);
        var children = await AsyncExecuter.ToListAsync((await commons.GetQueryableAsync())
            .Where(child => child.SourceGuideId == guide.GuideId && child.IsCurrent && child.WithdrawnTime == null)
            .OrderByDescending(child => child.Id).Take(MaxAdaptations));

        var dto = guide.ToDto(counts.GetValueOrDefault(guide.GuideId));
        dto.BodyHtml = guide.WithdrawnTime is null ? await HtmlAsync(guide) : "";
        dto.Attributions = await attributions.FindAsync(guide.SourceId, guide.SourceKind);
        dto.Adaptations = children.ConvertAll(child => new CommonsGuideLinkDto(child.Content.Title, child.OwnerName, child.Path));
        dto.Citation = L[
            "Citation",
            attributions.AuthorOf(guide.Content.AuthorName, guide.OwnerName),
            guide.Content.Title,
            guide.Revision,
            SiteDay.Of(guide.PublishedTime).ToString(SiteDay.LongFormat, CultureInfo.CurrentCulture),
            guide.Content.Licence];
        return dto;
    }

    // A snapshot never changes, so its HTML is not made for each reader.
    private async Task<string> HtmlAsync(CommonsGuide guide)
        => (await cache.GetOrCreateAsync(("Library.Html", guide.Id), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(30); // a guide that it names may be withdrawn
            return bodies.HtmlAsync(guide.Content.Body);
        }))!;

    private static List<FacetDto> Facet(CommonsMatches matches, string prefix)
        => [.. matches.Facets.Where(facet => facet.Term.StartsWith(prefix, StringComparison.Ordinal)).Select(facet => new FacetDto(facet.Term[prefix.Length..], facet.Count))];

    /// <summary>The query with the first words that no guide has replaced by the nearest ones that a guide has; null when nothing changes.</summary>
    private async Task<string?> DidYouMeanAsync(string query, List<AnalyzedTerm> words)
    {
        var known = (await commons.GetKnownTermsAsync([.. words.Select(word => word.Term)])).ToHashSet(StringComparer.Ordinal);
        var proposal = query;
        foreach (var word in words.Where(word => !known.Contains(word.Term)).Select(word => word.Word).Take(MaxCorrections))
        {
            var near = await commons.GetWordsAsync(word.Length - Spelling.MaxLengthDifference, word.Length + Spelling.MaxLengthDifference, MaxWords);
            if (Spelling.Nearest(word, near) is { } nearest)
            {
                proposal = proposal.Replace(word, nearest, StringComparison.OrdinalIgnoreCase);
            }
        }

        return proposal == query ? null : proposal;
    }
}
