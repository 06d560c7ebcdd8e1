using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Sites.Pages.Members;

/// <summary>On the hub: takes a member back to their association's site, with a code for it. Others are told that they are none.</summary>
public class EnterSiteModel(IServiceProvider services, ICurrentUser currentUser) : PageModel
{
    public string AssociationName { get; private set; } = "";

    /// <summary>The site's address with a code; null when the person is no member.</summary>
    public string? EntryUrl { get; private set; }

    public string SiteUrl { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "retour")] string? returnPath, [FromQuery(Name = "demande")] string? request)
    {
        if (await services.GetRequiredService<IAssociationIntegrationService>().FindBySlugAsync(slug) is not { } association) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        var path = MemberAccess.CleanReturnPath(returnPath);
        AssociationName = association.Name;
        SiteUrl = await services.GetRequiredService<SiteAddresses>().GetUrlAsync(association.Id);
        // Come by a link: the site asks first, so that the code is for this browser. Before signing in, whose form may lead to the hub alone.
        if (!MemberAccess.IsRequest(request)) return Redirect(SiteUrl + MemberAccess.StartUrl(path));
        if (currentUser.Id is not { } userId) return Redirect($"/connexion?retour={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        EntryUrl = await services.GetRequiredService<MemberAccess>().FindEntryAsync(association.Id, userId, request!, path);
        // Not a redirect: who has just signed in comes from a form, and the policy of forms keeps what follows them on the hub.
        if (EntryUrl is not null) Response.Headers["Refresh"] = "0; url=" + EntryUrl;
        else Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
