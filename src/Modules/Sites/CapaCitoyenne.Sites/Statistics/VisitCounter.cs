using System.Collections.Concurrent;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Statistics;

/// <summary>
/// Counts visits in memory, and writes them down in batches. Counting is two look-ups and an addition; a process that is killed loses what it
/// counted since the last <see cref="FlushEvery"/>.
/// </summary>
internal sealed class VisitCounter(IServiceScopeFactory scopes, ILogger<VisitCounter> logger) : BackgroundService, ISingletonDependency
{
    public static readonly TimeSpan FlushEvery = TimeSpan.FromSeconds(10);

    /// <summary>Different keys of one kind that one site can have between two flushes: made-up addresses and referrers cost no more.</summary>
    private const int MaxKeys = 200;

    private readonly SemaphoreSlim _flushing = new(1, 1);
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
        visits.Add(VisitKind.Page, path);
        if (request.Headers.Referer.Count > 0 && VisitRules.ReferrerHost(request.Headers.Referer, request.Host.Host) is { } host) visits.Add(VisitKind.Referrer, host);
    }

    public override void Dispose()
    {
        _flushing.Dispose();
        base.Dispose();
    }

    /// <summary>Writes down what was counted before the call. What cannot be written is counted again later.</summary>
    public async Task FlushAsync()
    {
        // One at a time: who finds nothing to write must not come back while another one is still writing it.
        await _flushing.WaitAsync();
        try
        {
            await WriteAsync();
        }
        finally
        {
            _flushing.Release();
        }
    }

    private async Task WriteAsync()
    {
        var counted = Interlocked.Exchange(ref _sites, new());
        if (counted.IsEmpty) return;
        var rows = counted.SelectMany(site => site.Value.Rows(site.Key)).ToList();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            await scope.ServiceProvider.GetRequiredService<IVisitRepository>().AddAsync(rows);
            await unitOfWork.CompleteAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Visits of {Count} sites could not be written; they are kept.", counted.Count);
            foreach (var row in rows) Of(row.TenantId!.Value, row.Day).Add(row.Kind, row.Key, row.Count);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FlushEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync();
        }
        catch (OperationCanceledException)
        {
            await FlushAsync();
        }
    }

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
