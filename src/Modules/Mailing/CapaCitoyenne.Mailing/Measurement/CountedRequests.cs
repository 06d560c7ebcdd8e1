using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Sites.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;

namespace CapaCitoyenne.Mailing.Measurement;

/// <param name="Url">Null = the picture.</param>
/// <param name="IsCounted">It was a person, as far as one can tell, and has been counted.</param>
internal sealed record CountedRequest(string? Url, bool IsCounted);

/// <summary>
/// What the signed links of measured letters ask for. The link says which counter, never whose letter; of the request nothing is kept, and no mark of its
/// sender is made. Repetition is left to the reader's own program: it may keep the answer, and then does not ask again.
/// </summary>
internal sealed class CountedRequests(SubscriptionLinks links, ILetterCounterRepository counters, LetterCounts counts, IMemoryCache cache, ICurrentTenant currentTenant)
    : ITransientDependency
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    /// <returns>Null for a link that is not ours, not this space's, or of a letter that is gone.</returns>
    public async Task<CountedRequest?> TakeAsync(string token, LinkPurpose purpose, HttpRequest request)
    {
        var link = await links.ReadAsync(token, purpose);
        if (link is null || link.TenantId != currentTenant.Id || await FindAsync(link) is not { } known) return null;
        var isReading = IsReading(request);
        if (isReading) counts.Add(link.SubjectId);
        return new CountedRequest(known.Url, isReading);
    }

    private Task<Known?> FindAsync(LinkToken link) => cache.GetOrCreateAsync((nameof(CountedRequests), link.TenantId, link.SubjectId), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = Memory;
        entry.Size = 1;
        return await counters.FindAsync(link.SubjectId) is { } counter ? new Known(counter.Url) : null;
    });

    /// <summary>As for visits of sites. A bare "Mozilla/5.0" is Apple's proxy, which loads the pictures of every letter, read or not.</summary>
    private static bool IsReading(HttpRequest request)
    {
        var userAgent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method) && userAgent != "Mozilla/5.0" && !ReadingPrograms.IsOne(userAgent)
            && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
    }

    private sealed record Known(string? Url);
}
