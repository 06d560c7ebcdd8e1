using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Other modules' pages on a site's host are the site's space, whether it answers under a sub-domain or under its own domain.</summary>
internal sealed class PublicSiteTenantResolveContributor : ITenantResolveContributor
{
    private static readonly object Key = new();

    public static void Set(HttpContext context, Guid tenantId) => context.Items[Key] = tenantId;

    public string? Resolve(HttpContext context) => context.Items[Key] is Guid tenantId ? tenantId.ToString("D") : null;
}
