using System.Net;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Domains;

/// <summary>
/// <c>GET /internal/domains/allowed?domain=…</c>: whether the reverse proxy may ask for a certificate. From memory; 200 or 404, and 404 whenever in
/// doubt. Asked on the same machine only: a request that a proxy passes on carries its marks and is refused.
/// </summary>
internal sealed class DomainPermission(DomainDirectory directory, SiteAddresses addresses, ITenantStore tenants) : ISingletonDependency
{
    public const string Path = "/internal/domains/allowed";

    public async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = PublicSiteHeaders.NoStore;
        context.Response.StatusCode = IsLocal(context) && await IsAllowedAsync(context.Request.Query["domain"].ToString())
            ? StatusCodes.Status200OK
            : StatusCodes.Status404NotFound;
        context.Response.ContentLength = 0;
    }

    private async Task<bool> IsAllowedAsync(string domain)
    {
        if (DomainName.OfHost(domain) is not { } name) return false;
        if (name == addresses.HubHost || directory.IsKnown(name)) return true;
        var suffix = "." + addresses.Domain;
        return name.EndsWith(suffix, StringComparison.Ordinal) && name[..^suffix.Length] is var slug && !slug.Contains('.', StringComparison.Ordinal)
            && await tenants.FindAsync(slug) is { IsActive: true } tenant && tenant.NormalizedName == slug;
    }

    private static bool IsLocal(HttpContext context)
    {
        var headers = context.Request.Headers;
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("X-Original-For") && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("Via");
    }
}
