using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;

/// <summary>
/// For every request that changes something: the browser must say that it comes from our own origin, if it says anything, and a request that acts
/// with the session's cookie must carry the token. Razor pages check their form's token themselves.
/// <c>[IgnoreAntiforgeryToken]</c> lifts both (one-click unsubscribe, webhooks).
/// </summary>
internal sealed class AbpAutoValidateAntiforgeryTokenAuthorizationFilter(IAntiforgery antiforgery) : IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        // Razor pages carry the attribute as a filter, not as metadata of their endpoint.
        var isLifted = http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false } || context.Filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any();
        if (IsSafe(http.Request.Method) || isLifted)
            return;
        if (!IsOwnOrigin(http.Request))
            throw Refused();
        if (context.ActionDescriptor is CompiledPageActionDescriptor or PageActionDescriptor || http.User.Identity?.AuthenticationType != IdentityConstants.ApplicationScheme)
            return;
        if (!await antiforgery.IsRequestValidAsync(http))
            throw Refused();
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    // "same-site" is refused as well: the sites of associations are neighbours of the hub.
    private static bool IsOwnOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static BusinessException Refused() => new(AbpIdentityErrorCodes.RequestNotVerified);
}
