using System.Security.Claims;
using System.Text.Encodings.Web;
using CapaCitoyenne.Abp.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Associations.ApiKeys;

/// <summary>
/// <c>Authorization: Bearer cc_…</c>: who made the key, in the space of the key, within its scope. The permission checker heeds the claim <c>scope</c>.
/// </summary>
internal sealed class ApiKeyAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IRepository<ApiKey, Guid> keys, IRepository<IdentityUser, Guid> users,
    IDataFilter dataFilter, IClock clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string ScopeClaim = "scope";
    public const string TenantClaim = "tenantid";
    private const string Bearer = "Bearer ";

    /// <summary>The key that a request carries; null when it carries none of ours.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer + ApiKey.Prefix, StringComparison.Ordinal) ? header[Bearer.Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } text) return AuthenticateResult.NoResult();
        // Where anybody may come, no permission is asked for, and so no scope: there a key is nobody.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return AuthenticateResult.NoResult();
        using var all = dataFilter.Disable<IMultiTenant>();
        if (ApiKey.IdOf(text) is not { } id || await keys.FindAsync(id) is not { } key || !key.Accepts(text, clock.Now)) return AuthenticateResult.Fail("This key is not valid.");
        if (await users.FindAsync(key.UserId) is not { } user) return AuthenticateResult.Fail("The owner of this key is gone.");
        if (key.Use(clock.Now)) await keys.UpdateAsync(key, autoSave: true);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(ClaimTypes.Name, user.UserName!), new Claim(ClaimTypes.Email, user.Email!),
                new Claim(ClaimTypes.GivenName, user.Name), new Claim("email_verified", user.EmailConfirmed ? "true" : "false"),
                new Claim(TenantClaim, key.TenantId!.Value.ToString()), new Claim(ScopeClaim, key.Scope),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

/// <summary>A key opens only what asks for a permission, and only in its own space, whatever host the request came to.</summary>
internal sealed class ApiKeyGuard(ICurrentTenant currentTenant) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User.FindFirst(ApiKeyAuthenticationHandler.ScopeClaim) is null) return Task.CompletedTask;
        var isElsewhere = context.User.FindFirst(ApiKeyAuthenticationHandler.TenantClaim)?.Value != currentTenant.Id?.ToString();
        if (isElsewhere || context.Requirements.All(requirement => requirement is DenyAnonymousAuthorizationRequirement)) context.Fail();
        return Task.CompletedTask;
    }
}

internal static class ApiKeyServiceCollectionExtensions
{
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthenticationHandler>(ApiKeyAuthenticationHandler.SchemeName, null);
        services.PostConfigure<CookieAuthenticationOptions>(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme, options =>
            options.ForwardDefaultSelector = http => ApiKeyAuthenticationHandler.KeyOf(http.Request) is null ? null : ApiKeyAuthenticationHandler.SchemeName);
        services.AddScoped<IAuthorizationHandler, ApiKeyGuard>();
    }
}
