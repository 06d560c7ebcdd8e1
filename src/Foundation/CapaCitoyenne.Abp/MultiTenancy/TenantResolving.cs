using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Abp.MultiTenancy;

/// <summary>Where the tenant of a request is looked for, in order; the first that answers wins.</summary>
public sealed class AbpTenantResolveOptions
{
    public const string TenantKey = "__tenant";

    public List<ITenantResolveContributor> TenantResolvers { get; } =
        [new CurrentUserTenantResolveContributor(), new RouteTenantResolveContributor(), new HeaderTenantResolveContributor()];

    /// <param name="domainFormat">For instance <c>{0}.localhost</c>; the host name decides alone where it matches.</param>
    public void AddDomainTenantResolver(string domainFormat) => TenantResolvers.Insert(0, new DomainTenantResolveContributor(domainFormat));
}

public interface ITenantResolveContributor
{
    /// <returns>A tenant's id or normalized name, or null to let the next contributor try.</returns>
    string? Resolve(HttpContext context);
}

internal sealed class CurrentUserTenantResolveContributor : ITenantResolveContributor
{
    public string? Resolve(HttpContext context) => context.User.FindFirst("tenantid")?.Value;
}

internal sealed class RouteTenantResolveContributor : ITenantResolveContributor
{
    public string? Resolve(HttpContext context) => context.GetRouteValue(AbpTenantResolveOptions.TenantKey)?.ToString();
}

internal sealed class HeaderTenantResolveContributor : ITenantResolveContributor
{
    public string? Resolve(HttpContext context)
        => context.Request.Headers.TryGetValue(AbpTenantResolveOptions.TenantKey, out var values) ? values.ToString() : null;
}

internal sealed class DomainTenantResolveContributor(string domainFormat) : ITenantResolveContributor
{
    private readonly string _suffix = domainFormat.Replace("{0}", "", StringComparison.Ordinal);

    public string? Resolve(HttpContext context)
    {
        var host = context.Request.Host.Host.TrimEnd('.').ToLowerInvariant();
        return host.Length > _suffix.Length && host.EndsWith(_suffix, StringComparison.Ordinal) ? host[..^_suffix.Length] : null;
    }
}

/// <summary>Sets the current tenant of the request. An unknown one is a clear 404, never the host side by accident.</summary>
internal sealed class MultiTenancyMiddleware(RequestDelegate next, ICurrentTenant currentTenant, IOptions<AbpTenantResolveOptions> options)
{
    public async Task InvokeAsync(HttpContext context, ITenantStore tenantStore)
    {
        var idOrName = options.Value.TenantResolvers.Select(resolver => resolver.Resolve(context)).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var tenant = idOrName is null ? null : Guid.TryParse(idOrName, out var id) ? await tenantStore.FindAsync(id) : await tenantStore.FindAsync(idOrName.ToLowerInvariant());
        // The page that tells of an unknown one is the hub's: thrown again there, it would be a failure of ours.
        if (idOrName is not null && tenant is null && context.Features.Get<IExceptionHandlerFeature>() is null)
        {
            throw new BusinessException(AbpErrorCodes.TenantNotFound).WithData("Tenant", idOrName);
        }

        using (tenant is null ? null : currentTenant.Change(tenant.Id, tenant.Name))
        {
            await next(context);
        }
    }
}
