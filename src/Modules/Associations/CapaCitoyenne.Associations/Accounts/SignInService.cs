using CapaCitoyenne.Abp.AspNetCore.Mvc.AntiForgery;
using CapaCitoyenne.Abp.Identity;
using Microsoft.AspNetCore.Http;

namespace CapaCitoyenne.Associations.Accounts;

/// <summary>The session's cookies. Does nothing outside a request (seeds, jobs).</summary>
internal sealed class SignInService(AbpSignInManager signInManager, IAbpAntiForgeryManager antiForgeryManager, IHttpContextAccessor httpContextAccessor)
    : ITransientDependency
{
    public async Task SignInAsync(IdentityUser user, bool remember = true)
    {
        if (httpContextAccessor.HttpContext is null)
            return;
        await signInManager.SignInAsync(user, remember);
        antiForgeryManager.SetCookie();
    }

    public async Task SignOutAsync()
    {
        if (httpContextAccessor.HttpContext is null)
            return;
        await signInManager.SignOutAsync();
        httpContextAccessor.HttpContext.Response.Cookies.Delete(AbpAntiForgeryOptions.TokenCookieName);
    }
}
