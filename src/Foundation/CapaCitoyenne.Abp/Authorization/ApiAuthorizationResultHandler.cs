using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Abp.Authorization;

/// <summary>A refused call of the API is worded in the one place that words errors; pages are sent to the sign-in page.</summary>
internal sealed class ApiAuthorizationResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _pages = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Succeeded && context.Request.Path.StartsWithSegments("/api"))
        {
            throw new AbpAuthorizationException("The policy of the endpoint is not met.");
        }

        return _pages.HandleAsync(next, context, policy, authorizeResult);
    }
}
