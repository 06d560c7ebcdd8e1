using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CapaCitoyenne.Web.Pages;

/// <summary>The language switch: a plain link that keeps the choice in a cookie for a year and goes back to the page it came from.</summary>
public sealed class LangueModel : PageModel
{
    private static readonly string[] Languages = ["fr", "en"];

    public IActionResult OnGet(string culture, string? retour)
    {
        if (!Languages.Contains(culture, StringComparer.Ordinal))
        {
            return NotFound();
        }

        Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = Request.IsHttps,
            });
        return LocalRedirect(Url.IsLocalUrl(retour) ? retour : "/");
    }
}
