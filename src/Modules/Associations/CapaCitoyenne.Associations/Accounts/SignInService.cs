using System.Security.Claims;
using CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;
using CapaCitoyenne.Abp.Identity;
using CapaCitoyenne.Associations.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using IdentityUser = CapaCitoyenne.Abp.Identity.IdentityUser;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>The session and its cookies. Does nothing outside a request (seeds, jobs).</summary>
internal sealed class SignInService(
    AbpSignInManager signInManager, SessionManager sessionManager, IUnitOfWorkManager unitOfWorkManager, IAbpAntiForgeryManager antiForgeryManager,
    IHttpContextAccessor httpContextAccessor) : ITransientDependency
{
    /// <summary>The session of the request; null when it came without one.</summary>
    public Guid? CurrentSessionId => httpContextAccessor.HttpContext?.User.FindSessionId();

    /// <summary>Opens a session, in the ambient unit of work if there is one; it takes the place of the one that this browser had.</summary>
    /// <param name="remember">Whether the cookie outlives the browser's window.</param>
    public async Task SignInAsync(IdentityUser user, bool remember = true)
    {
        if (httpContextAccessor.HttpContext is not { } http)
            return;
        await using var unitOfWork = unitOfWorkManager.Begin();
        await EndCurrentAsync(http);
        var session = await sessionManager.OpenAsync(user.Id, BrowserName.Parse(http.Request.Headers.UserAgent));
        await unitOfWork.CompleteAsync();
        await signInManager.SignInWithClaimsAsync(user, remember, [ClaimOf(session.Id)]);
        antiForgeryManager.SetCookie();
    }

    /// <summary>The same session, with what the cookie says of the account brought up to date: its name, its security stamp.</summary>
    public async Task RefreshAsync(IdentityUser user)
    {
        if (httpContextAccessor.HttpContext is not { } http || CurrentSessionId is not { } id)
            return;
        var properties = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties;
        await signInManager.SignInWithClaimsAsync(user, properties, [ClaimOf(id)]);
        antiForgeryManager.SetCookie();
    }

    public async Task SignOutAsync()
    {
        if (httpContextAccessor.HttpContext is not { } http)
            return;
        await using var unitOfWork = unitOfWorkManager.Begin();
        await EndCurrentAsync(http);
        await unitOfWork.CompleteAsync();
        await signInManager.SignOutAsync();
        http.Response.Cookies.Delete(AbpAntiForgeryOptions.TokenCookieName);
    }

    private static Claim ClaimOf(Guid sessionId) => new(SessionManager.IdClaim, sessionId.ToString());

    private Task EndCurrentAsync(HttpContext http) =>
        http.User.FindSessionId() is { } id && Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            ? sessionManager.EndAsync(id, userId)
            : Task.CompletedTask;
}
