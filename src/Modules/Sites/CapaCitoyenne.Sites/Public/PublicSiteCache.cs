using System.Collections.Concurrent;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Sites.Public;

/// <summary>
/// Rendered pages, in memory, by site and path. A page is rendered once (the others wait for it), kept until the site's version goes up
/// or the day ends. The version is looked up once a second and site, so that other processes' changes show within a second; one's own
/// show at once, and so does what was scheduled.
/// </summary>
[ExposeServices(typeof(ISiteVersionCache))]
internal sealed class PublicSiteCache(IServiceScopeFactory scopes, IClock clock, ILogger<PublicSiteCache> logger) : ISiteVersionCache, ISingletonDependency
{
    private const long CheckEvery = 1000;
    private const long MaxBytes = 128L * 1024 * 1024;
    private const int MaxSites = 20_000;

    private readonly ConcurrentDictionary<string, PublicSiteState> _byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Guid, PublicSiteState> _byTenant = new();
    private long _bytes;

    public void Forget(Guid tenantId)
    {
        if (_byTenant.TryGetValue(tenantId, out var state)) state.Forget();
    }

    /// <summary>A site that was asked for before under this host and needs no look into the database.</summary>
    public PublicSiteState? FindFresh(string host)
        => _byHost.TryGetValue(host, out var state) && state.IsFresh(Environment.TickCount64, CheckEvery, clock) ? state : null;

    /// <summary>The site of a slug, as fresh as a second; null when there is none. The state's slug tells the present one.</summary>
    public async Task<PublicSiteState?> FindAsync(string host, string slug)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(slug) is not { IsActive: true } tenant) return null;
        var state = _byTenant.AddOrUpdate(
            tenant.Id, id => new PublicSiteState(id, tenant.NormalizedName), (id, known) => known.Slug == tenant.NormalizedName ? known : new PublicSiteState(id, tenant.NormalizedName));
        if (_byHost.Count >= MaxSites) _byHost.Clear();
        // Spellings of the same host share one state; only known sites are remembered, so made-up hosts cost no memory.
        if (tenant.NormalizedName == slug) _byHost[host] = state;
        await RefreshAsync(state, scope.ServiceProvider);
        return state;
    }

    /// <summary>The site of a space that has proven the host to be its own; null when there is no such space any more.</summary>
    public async Task<PublicSiteState?> FindAsync(string host, Guid tenantId)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantId) is { } tenant ? await FindAsync(host, tenant.NormalizedName) : null;
    }

    /// <summary>Hosts are looked up again: an own domain was attached or detached.</summary>
    public void ForgetHosts() => _byHost.Clear();

    /// <summary>A page that is in memory; the way of nearly all requests, without a closure or a task.</summary>
    public static StoredAnswer? FindReady(PublicSiteState state, string path)
        => state.Pages.TryGetValue(path, out var page) && page.IsValueCreated && page.Value is { IsCompletedSuccessfully: true } done
            && !ReferenceEquals(done.Result, StoredAnswer.Missing)
            ? done.Result
            : null;

    /// <summary>A page from memory, or rendered now, once for all who ask at the same time.</summary>
    public async Task<StoredAnswer> GetAsync(PublicSiteState state, string path)
    {
        var pages = state.Pages;
        state.LastUsed = Environment.TickCount64;
        var isNew = false;
        var page = pages.GetOrAdd(path, p =>
        {
            isNew = true;
            return new Lazy<Task<StoredAnswer>>(() => RenderAsync(state, p));
        });
        try
        {
            var answer = await page.Value;
            if (ReferenceEquals(answer, StoredAnswer.Missing))
            {
                // Addresses that do not exist are countless: one page for all of them.
                pages.TryRemove(new(path, page));
                return await GetAsync(state, PublicSiteRenderer.NotFoundPath);
            }
            if (!answer.IsKept && path != PublicSiteRenderer.NotFoundPath) pages.TryRemove(new(path, page));
            else if (isNew && Interlocked.Add(ref _bytes, answer.Size) > MaxBytes) MakeRoom();
            return answer;
        }
        catch
        {
            pages.TryRemove(new(path, page));
            throw;
        }
    }

    private async Task<StoredAnswer> RenderAsync(PublicSiteState state, string path)
    {
        // Not bound to the request that happens to be the first: it may be given up.
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PublicSiteRenderer>().RenderAsync(state.TenantId, state.Slug, path);
    }

    private async Task RefreshAsync(PublicSiteState state, IServiceProvider services)
    {
        // Whoever comes while the version is being asked for takes what is there, unless a change is known.
        if (!await state.Gate.WaitAsync(0))
        {
            if (!state.IsForgotten && state.Version >= 0) return;
            await state.Gate.WaitAsync();
        }
        try
        {
            if (state.IsFresh(Environment.TickCount64, CheckEvery, clock)) return;
            state.Checking(Environment.TickCount64);
            using var tenant = services.GetRequiredService<ICurrentTenant>().Change(state.TenantId, null);
            using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
            var sites = services.GetRequiredService<ISiteRepository>();
            var moment = await sites.FindMomentAsync() ?? new SiteMoment(0, null, null, SiteConsts.DefaultLanguage);
            if (moment.NextChange <= clock.Now)
            {
                await RunDueAsync(services);
                moment = await sites.FindMomentAsync() ?? moment;
            }
            await unitOfWork.CompleteAsync();
            state.Checked(moment, SiteDay.Of(clock.Now), moment.NextChange > clock.Now ? moment.NextChange : null);
        }
        catch
        {
            state.Forget();
            throw;
        }
        finally
        {
            state.Gate.Release();
        }
    }

    // The reader who comes first makes the change, whether or not a worker runs.
    private async Task RunDueAsync(IServiceProvider services)
    {
        try
        {
            await services.GetRequiredService<PublicationScheduler>().RunDueAsync();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "A scheduled change could not be made; it is tried again");
        }
    }

    /// <summary>Empties the sites that were not asked for longest, to a half.</summary>
    private void MakeRoom()
    {
        var total = 0L;
        foreach (var state in _byTenant.Values.OrderByDescending(state => state.LastUsed))
        {
            total += state.Pages.Values.Where(page => page is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Sum(page => (long)page.Value.Result.Size);
            if (total > MaxBytes / 2) state.Empty();
        }
        Interlocked.Exchange(ref _bytes, Math.Min(total, MaxBytes / 2));
    }
}
