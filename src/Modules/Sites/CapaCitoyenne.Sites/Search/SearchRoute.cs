using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Search;

/// <summary><c>/recherche?q=…</c> of every site: a page without script that no cache keeps, bounded for each reader.</summary>
internal sealed class SearchRoute : IPublicSiteRoute, ISingletonDependency, IAsyncDisposable
{
    public const string Path = "/recherche";

    private readonly IServiceScopeFactory _scopes;
    private readonly PartitionedRateLimiter<IPAddress> _limiter;

    public SearchRoute(IServiceScopeFactory scopes, IConfiguration configuration)
    {
        _scopes = scopes;
        var section = configuration.GetSection("RateLimits").GetSection(AnonymousRateLimits.Read);
        var options = new SlidingWindowRateLimiterOptions
        {
            PermitLimit = section.GetValue("PermitLimit", 60), Window = TimeSpan.FromSeconds(section.GetValue("WindowSeconds", 60)), SegmentsPerWindow = 6,
        };
        _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => options));
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    public bool Takes(string method, string path) => path == Path && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method));

    public async Task AnswerAsync(HttpContext context, PublicSiteState site)
    {
        PublicSiteHeaders.Set(context.Response.Headers);
        context.Response.Headers.CacheControl = PublicSiteHeaders.NoStore;
        using var lease = _limiter.AttemptAcquire(NetworkOf(context.Connection.RemoteIpAddress));
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(await WriteAsync(context, site));
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private async Task<string> WriteAsync(HttpContext context, PublicSiteState site)
    {
        var text = Clean(context.Request.Query["q"].ToString());
        await using var scope = _scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        using var tenant = services.GetRequiredService<ICurrentTenant>().Change(site.TenantId);
        await using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: false);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = SiteDay.CultureOf((await services.GetRequiredService<IPublicSiteLayoutProvider>().GetAsync()).Language);
        var results = text.Length == 0 ? null : await services.GetRequiredService<SiteSearch>().FindAsync(text, SearchPosition.Parse(context.Request.Query["apres"]));
        var localizer = services.GetRequiredService<IStringLocalizer<SitesResource>>();
        var model = new PublicSearchModel(text, results is null ? null : ToModel(text, results));
        var html = await services.GetRequiredService<RazorViewWriter>().WriteAsync(
            "PublicSearch", model, Path, [new("Title", localizer["PublicSite:Search"].Value), new("Robots", "noindex")]);
        await unitOfWork.CompleteAsync();
        return html;
    }

    private static PublicSearchResults ToModel(string text, SearchResults results) => new(
        results.Total,
        [.. results.Items.Select(item => new PublicSearchItem(
            item.Title, item.Path, item.Day, item.Day?.ToString(SiteDay.LongFormat, CultureInfo.CurrentCulture), [.. item.Excerpt.Select(part => (part.Text, part.IsMatch))]))],
        results.IsPartial, results.DidYouMean, results.DidYouMean is { } other ? Url(other, null) : null, results.Next is { } next ? Url(text, next) : null);

    private static string Url(string text, SearchPosition? after) => Path + "?q=" + Uri.EscapeDataString(text) + (after is null ? "" : "&apres=" + after);

    private static string Clean(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new string([.. text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(SiteSearch.MaxQueryLength)]).Trim();
    }

    /// <summary>One subscriber has all addresses of a /64 (RFC 6177).</summary>
    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
