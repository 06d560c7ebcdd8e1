using System.Collections.Concurrent;
using CapaCitoyenne.Abp.BackgroundWorkers;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Statistics;

/// <summary>Visits of the public sites. Counting is two look-ups and an addition.</summary>
internal sealed class VisitCounter(IServiceScopeFactory scopes, ILogger<VisitCounter> logger) : MemoryCounter<VisitCount>(scopes, logger)
{
    /// <summary>Different keys of one kind that one site can have between two flushes: made-up addresses and referrers cost no more.</summary>
    private const int MaxKeys = 200;

    private volatile ConcurrentDictionary<Guid, SiteVisits> _sites = new();

    /// <summary>A page of a site was answered.</summary>
    /// <param name="status">200 and 304 are visits; 404 is a wish.</param>
    public void Count(HttpContext context, PublicSiteState site, int status)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || ReadingPrograms.IsOne(request.Headers.UserAgent.ToString())) return;
        // A browser that loads ahead of the reader has not shown anything.
        if (request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal)) return;
        var path = request.Path.Value ?? "/";
        var visits = Of(site.TenantId, site.Day);
        if (status == StatusCodes.Status404NotFound)
        {
            // A site that is not online yet has no home page: nobody's broken link either.
            if (path != "/" && !VisitRules.IsProbe(path)) visits.Add(VisitKind.Missing, path);
            return;
        }
        // A refusal is no page that was read.
        if (status is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return;
        visits.Add(VisitKind.Page, path);
        if (request.Headers.Referer.Count > 0 && VisitRules.ReferrerHost(request.Headers.Referer, request.Host.Host) is { } host) visits.Add(VisitKind.Referrer, host);
    }

    protected override IReadOnlyList<VisitCount> Take() => [.. Interlocked.Exchange(ref _sites, new()).SelectMany(site => site.Value.Rows(site.Key))
        .OrderBy(row => row.TenantId).ThenBy(row => row.Day).ThenBy(row => row.Kind).ThenBy(row => row.Key, StringComparer.Ordinal)];

    protected override Task WriteAsync(IServiceProvider services, IReadOnlyList<VisitCount> rows) => services.GetRequiredService<IVisitRepository>().AddAsync(rows);

    protected override void PutBack(VisitCount row) => Of(row.TenantId!.Value, row.Day).Add(row.Kind, row.Key, row.Count);

    private SiteVisits Of(Guid tenantId, DateOnly day)
    {
        var sites = _sites;
        var visits = sites.GetOrAdd(tenantId, static (_, day) => new SiteVisits(day), day);
        // The first visit after midnight: what was counted before keeps its day.
        return visits.Day == day ? visits : visits.On(day);
    }

    private sealed class SiteVisits(DateOnly day)
    {
        private readonly ConcurrentDictionary<(VisitKind Kind, string Key), StrongBox> _counts = new();
        private SiteVisits? _otherDay;

        public DateOnly Day { get; } = day;

        public SiteVisits On(DateOnly day)
        {
            for (var visits = this; ; visits = visits._otherDay!)
            {
                if (visits.Day == day) return visits;
                if (visits._otherDay is null) Interlocked.CompareExchange(ref visits._otherDay, new SiteVisits(day), null);
            }
        }

        public void Add(VisitKind kind, string key, int count = 1)
        {
            if (!_counts.TryGetValue((kind, key), out var box))
            {
                if (_counts.Count >= MaxKeys * (kind == VisitKind.Page ? 10 : 2)) return;
                box = _counts.GetOrAdd((kind, key), _ => new StrongBox());
            }
            Interlocked.Add(ref box.Value, count);
        }

        public IEnumerable<VisitCount> Rows(Guid tenantId)
            => _counts.Select(count => new VisitCount(Guid.CreateVersion7(), tenantId, Day, count.Key.Kind, count.Key.Key, count.Value.Value))
                .Concat(_otherDay?.Rows(tenantId) ?? []);
    }

    private sealed class StrongBox
    {
        public int Value;
    }
}
