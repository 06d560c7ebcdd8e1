using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;

/// <summary>Gives script of our own origin the token that proves a request comes from there; ABP's contract.</summary>
public interface IAbpAntiForgeryManager
{
    /// <summary>Writes the cookie <see cref="AbpAntiForgeryOptions.TokenCookieName"/> for the present user. Call it again after signing in or out.</summary>
    void SetCookie();
}

/// <summary>Names of the cookie and the header. ABP's default header is <c>RequestVerificationToken</c>.</summary>
public static class AbpAntiForgeryOptions
{
    public const string TokenCookieName = "XSRF-TOKEN";
    public const string HeaderName = "X-XSRF-TOKEN";
}

internal sealed class AbpAntiForgeryManager(IAntiforgery antiforgery, IHttpContextAccessor httpContextAccessor) : IAbpAntiForgeryManager, ITransientDependency
{
    public void SetCookie()
    {
        if (httpContextAccessor.HttpContext is not { Response.HasStarted: false } context)
            return;
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Cookies.Append(
            AbpAntiForgeryOptions.TokenCookieName,
            tokens.RequestToken!,
            new CookieOptions { Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, HttpOnly = false, IsEssential = true, Path = "/" });
    }
}
