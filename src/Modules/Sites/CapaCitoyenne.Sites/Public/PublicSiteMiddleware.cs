using System.Globalization;
using System.Net;
using System.Text;
using CapaCitoyenne.Sites.Domains;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace CapaCitoyenne.Sites.Public;

/// <summary>
/// Serves the associations' sites by host name, ahead of everything else of the hub: no session, no cookie, no script. A page that was
/// asked for before costs a look into two dictionaries. Only members of a space get a cookie, when they sign in to read what is for members. Other modules' public pages on a site's host go on to the hub's pipeline.
/// </summary>
internal sealed class PublicSiteMiddleware(
    RequestDelegate next, PublicSiteCache cache, SiteAddresses addresses, StyleSheets styleSheets, DomainDirectory domains, DomainPermission permission,
    IEnumerable<IPublicSiteRoute> routes, VisitCounter visits, IServiceScopeFactory scopes, ILogger<PublicSiteMiddleware> logger)
{
    private static readonly PathString[] OthersPaths = ["/lettre", "/fonts", "/participer", "/formulaire"];
    private const string UnknownHost = "Misdirected request\n";

    private readonly string _suffix = "." + addresses.Domain;
    private readonly IPublicSiteRoute[] _routes = [.. routes];
    private readonly StringValues? _pagesInProxy = addresses.ProxySeconds is { } seconds ? new StringValues(seconds.ToString(CultureInfo.InvariantCulture)) : (StringValues?)null;

    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var path = context.Request.Path;
        if (cache.FindFresh(host) is { } fresh && IsAddress(fresh, host) && !IsOthers(path)) return AnswerAsync(context, fresh);
        return InvokeSlowlyAsync(context, host.TrimEnd('.').ToLowerInvariant(), path);
    }

    private async Task InvokeSlowlyAsync(HttpContext context, string host, PathString path)
    {
        // Load balancers ask for the health by address.
        if (IsHub(host) || path.StartsWithSegments("/health"))
        {
            if (path.StartsWithSegments(MediaPaths.Prefix)) await AnswerMediaAsync(context, null);
            else if (path == DomainPermission.Path) await permission.AnswerAsync(context);
            else await next(context);
            return;
        }
        if (await FindSiteAsync(context.Request.Host.Host, host) is not { } site)
        {
            await AnswerTextAsync(context, StatusCodes.Status421MisdirectedRequest, UnknownHost);
            return;
        }
        // Files are the same at every address of a site: a preview stays at the sub-domain, which the workspace may frame.
        if (!IsAddress(site, host) && !IsFile(path) && !IsAnsweredAnywhere(context.Request.Method, path))
            Redirect(context, addresses.GetUrl(site.Slug, site.PrimaryDomain) + context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent());
        else if (IsOthers(path)) await AnswerByOthersAsync(context, site);
        else await AnswerAsync(context, site);
    }

    /// <summary>By sub-domain, a former one too, or by a domain that the space has proven to be its own; null when there is none.</summary>
    private async Task<PublicSiteState?> FindSiteAsync(string asked, string host)
    {
        if (host.EndsWith(_suffix, StringComparison.Ordinal))
            return host[..^_suffix.Length] is { Length: > 0 } slug && !Guid.TryParse(slug, out _) ? await cache.FindAsync(asked, slug) : null;
        return await domains.FindAsync(host) is { } tenantId ? await cache.FindAsync(asked, tenantId) : null;
    }

    /// <summary>Whether readers stay at this host: all others of the site lead to it.</summary>
    private bool IsAddress(PublicSiteState site, string host) => site.PrimaryDomain is { } domain
        ? host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        : host.Length == site.Slug.Length + _suffix.Length && host.StartsWith(site.Slug, StringComparison.OrdinalIgnoreCase)
            && host.EndsWith(_suffix, StringComparison.OrdinalIgnoreCase);

    private static bool IsFile(PathString path) => path.StartsWithSegments(MediaPaths.Prefix) || path.StartsWithSegments("/style") || path.StartsWithSegments("/fonts")
        || path.Value?.StartsWith(PreviewLinks.Prefix, StringComparison.Ordinal) == true;

    private Task AnswerByOthersAsync(HttpContext context, PublicSiteState site)
    {
        PublicSiteTenantResolveContributor.Set(context, site.TenantId);
        // The hub's pipeline takes the language from here: forms speak as the pages around them do.
        context.Request.Headers.AcceptLanguage = site.Language;
        return next(context);
    }

    private Task AnswerAsync(HttpContext context, PublicSiteState site)
    {
        var path = context.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isRead && PublicSiteCache.FindReady(site, path) is { } ready)
        {
            site.LastUsed = Environment.TickCount64;
            return ready.DependsOnReader && MemberAccess.MayBeMember(context.Request) ? WaitAsync(context, site, ForReaderAsync(context, site, path, ready)) : WritePageAsync(context, site, ready);
        }
        foreach (var route in _routes)
            if (route.Takes(context.Request.Method, path)) return AnswerRouteAsync(route, context, site);
        if (!isRead)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }
        if (path.StartsWith(MediaPaths.Prefix + "/", StringComparison.Ordinal)) return AnswerMediaAsync(context, site.TenantId);
        if (path.StartsWith(PreviewLinks.Prefix, StringComparison.Ordinal)) return AnswerPreviewAsync(context, site, path);
        if (styleSheets.Find(path) is { } sheet) return WriteAsync(context, sheet);
        return WaitAsync(context, site, FindAsync(context, site, path));
    }

    private async Task<StoredAnswer> FindAsync(HttpContext context, PublicSiteState site, string path)
    {
        var answer = await cache.GetAsync(site, path);
        return answer.DependsOnReader && MemberAccess.MayBeMember(context.Request) ? await ForReaderAsync(context, site, path, answer) : answer;
    }

    private async Task<StoredAnswer> ForReaderAsync(HttpContext context, PublicSiteState site, string path, StoredAnswer forVisitors)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MemberAccess>().IsMemberAsync(context, site.TenantId)
            ? await scope.ServiceProvider.GetRequiredService<PublicSiteRenderer>().RenderForMemberAsync(site.TenantId, site.Slug, path)
            : forVisitors;
    }

    private async Task AnswerRouteAsync(IPublicSiteRoute route, HttpContext context, PublicSiteState site)
    {
        try
        {
            await route.AnswerAsync(context, site);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.LogError(exception, "{Host} could not answer {Path}", context.Request.Host, context.Request.Path);
            await AnswerTextAsync(context, StatusCodes.Status500InternalServerError, "Internal error\n");
        }
    }

    private async Task WaitAsync(HttpContext context, PublicSiteState site, Task<StoredAnswer> page)
    {
        StoredAnswer answer;
        try
        {
            answer = await page;
        }
        catch (Exception exception)
        {
            // The hub's error pages belong to another site.
            logger.LogError(exception, "A page of {Host} could not be made: {Path}", context.Request.Host, context.Request.Path);
            await AnswerTextAsync(context, StatusCodes.Status500InternalServerError, "Internal error\n");
            return;
        }
        await WritePageAsync(context, site, answer);
    }

    private Task WritePageAsync(HttpContext context, PublicSiteState site, StoredAnswer answer)
    {
        if (answer.IsPage) visits.Count(context, site, answer.Status);
        return WriteAsync(context, answer, proxyKeeps: _pagesInProxy);
    }

    internal static Task WriteAsync(HttpContext context, StoredAnswer answer, string? framedBy = null, StringValues? proxyKeeps = null)
    {
        var response = context.Response;
        if (answer.Location is not null)
        {
            Redirect(context, answer.Location);
            return Task.CompletedTask;
        }
        PublicSiteHeaders.Set(response.Headers, framedBy, answer.FrameSources);
        if (answer.IsPrivate && !answer.IsImmutable) response.Headers.CacheControl = PublicSiteHeaders.NoStore;
        else PublicSiteHeaders.SetKept(response.Headers, forGood: answer.IsImmutable, proxyKeeps);
        response.Headers.Vary = answer.DependsOnReader ? PublicSiteHeaders.VaryByReader : PublicSiteHeaders.VaryByEncoding;
        if (answer.Status == StatusCodes.Status403Forbidden) response.Headers["X-Robots-Tag"] = PublicSiteHeaders.NoIndex;
        if (answer.Status == StatusCodes.Status200OK && !answer.IsPrivate)
        {
            response.Headers.ETag = answer.ETag;
            if (Matches(context.Request.Headers.IfNoneMatch, answer))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        var (bytes, encoding) = Choose(context.Request.Headers.AcceptEncoding, answer);
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, 0, bytes.Length);
    }

    private static (byte[] Bytes, string? Encoding) Choose(StringValues accepted, StoredAnswer answer)
    {
        var text = accepted.ToString();
        if (!answer.IsText) return (answer.Plain, null);
        if (Accepts(text, "br")) return (answer.Brotli, "br");
        return Accepts(text, "gzip") ? (answer.Gzip, "gzip") : (answer.Plain, null);
    }

    private static bool Accepts(string header, string encoding)
    {
        var at = header.IndexOf(encoding, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !header.AsSpan(at).StartsWith(encoding + ";q=0", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Matches(StringValues ifNoneMatch, StoredAnswer answer)
        => ifNoneMatch.Count > 0 && ifNoneMatch.ToString() is var text && (text == "*" || text.Contains(answer.ContentHash, StringComparison.Ordinal));

    private async Task AnswerPreviewAsync(HttpContext context, PublicSiteState site, string path)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<PublicSiteRenderer>().RenderPreviewAsync(site.TenantId, site.Slug, path[PreviewLinks.Prefix.Length..]);
        await WriteAsync(context, answer, addresses.HubUrl);
    }

    private async Task AnswerMediaAsync(HttpContext context, Guid? siteTenantId)
    {
        await using var scope = scopes.CreateAsyncScope();
        await MediaAnswer.SendAsync(context, scope.ServiceProvider, siteTenantId);
    }

    private static Task AnswerTextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        PublicSiteHeaders.Set(context.Response.Headers);
        context.Response.Headers.CacheControl = PublicSiteHeaders.NoStore;
        context.Response.ContentType = "text/plain; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(text);
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
    }

    private static void Redirect(HttpContext context, string location)
    {
        PublicSiteHeaders.Set(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = location;
        PublicSiteHeaders.SetKept(context.Response.Headers, forGood: false);
        context.Response.ContentLength = 0;
    }

    private bool IsHub(string host)
        => host == addresses.HubHost || host == "localhost" || host.Length == 0 || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// At every host of the site. Letters carry the address of their day, for ever, and a mail program that takes somebody off a list follows no
    /// redirection (RFC 8058, 3.1); a form that is sent would lose its fields on the way.
    /// </summary>
    private static bool IsAnsweredAnywhere(string method, PathString path) => path.StartsWithSegments("/lettre") || (HttpMethods.IsPost(method) && IsOthers(path));

    private static bool IsOthers(PathString path)
    {
        foreach (var prefix in OthersPaths)
            if (path.StartsWithSegments(prefix)) return true;
        return false;
    }
}

/// <summary>What every answer of a site carries.</summary>
internal static class PublicSiteHeaders
{
    public static readonly StringValues NoStore = "private, no-store";
    public static readonly StringValues VaryByEncoding = "Accept-Encoding";
    public static readonly StringValues VaryByReader = "Accept-Encoding, Cookie";
    public static readonly StringValues NoIndex = "noindex";

    private static readonly StringValues Revalidate = "public, max-age=0, must-revalidate";
    private static readonly StringValues Immutable = "public, max-age=31536000, immutable";

    // nginx does not keep what max-age=0 says to ask for again; a moment that is long gone makes it do both.
    private static readonly StringValues ProxyRevalidates = "@1";
    private static readonly StringValues ProxyKeeps = "31536000";

    private const string PolicyWithoutFrames =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private static readonly StringValues Policy = PolicyWithoutFrames + "'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "camera=(), microphone=(), geolocation=(), browsing-topics=()";

    /// <summary>Anybody may keep it: for good (its address changes with it), or to ask each time whether it is still right.</summary>
    /// <param name="proxyKeeps">Seconds that the operator's own proxy answers by itself before it asks.</param>
    public static void SetKept(IHeaderDictionary headers, bool forGood, StringValues? proxyKeeps = null)
    {
        headers.CacheControl = forGood ? Immutable : Revalidate;
        headers["X-Accel-Expires"] = forGood ? ProxyKeeps : proxyKeeps ?? ProxyRevalidates;
    }

    /// <param name="framedBy">The one origin that may show the answer in a frame: the hub, for previews.</param>
    /// <param name="frameSources">Origins whose frames the answer may show.</param>
    public static void Set(IHeaderDictionary headers, string? framedBy = null, IReadOnlyList<string>? frameSources = null)
    {
        headers.ContentSecurityPolicy = framedBy is null && frameSources is not { Count: > 0 } ? Policy
            : PolicyWithoutFrames + (framedBy ?? "'none'") + (frameSources is { Count: > 0 } ? "; frame-src " + string.Join(' ', frameSources) : "");
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
    }
}
