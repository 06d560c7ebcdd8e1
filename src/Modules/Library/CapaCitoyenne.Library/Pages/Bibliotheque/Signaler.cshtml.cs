using System.ComponentModel.DataAnnotations;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Library.Pages.Bibliotheque;

/// <summary>Anybody may tell the curators that a shared guide should not be there. On a page of its own: the guide's is cached for all.</summary>
[EnableRateLimiting(AnonymousRateLimits.Write)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignalerModel(IServiceProvider services) : PageModel
{
    /// <summary>What is wrong.</summary>
    [BindProperty, Required, StringLength(GuideConsts.MaxMessageLength)]
    public string Reason { get; set; } = "";

    /// <summary>Whom the curators may answer.</summary>
    [BindProperty, EmailAddress, StringLength(254)]
    public string? Email { get; set; }

    /// <summary>Hidden from people; machines fill it in.</summary>
    [BindProperty]
    public string? Site { get; set; }

    /// <summary>Title of the guide.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where the guide is.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The message has gone.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, string? envoye) => await FindAsync(slug, envoye is not null) is null ? NotFound() : Page();

    /// <summary>Sends the message; then the page can be loaded again without sending it again.</summary>
    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (await FindAsync(slug) is not { } guide)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(Site))
        {
            await services.GetRequiredService<GuideMailer>().TellCuratorsAsync(guide, Reason.Trim(), Email);
        }

        return Redirect($"{guide.Path}/signaler?envoye=1");
    }

    private async Task<CommonsGuide?> FindAsync(string slug, bool isSent = false)
    {
        var guide = await services.GetRequiredService<ICommonsGuideRepository>().FirstOrDefaultAsync(guide => guide.Slug == slug && guide.IsCurrent && guide.WithdrawnTime == null);
        (Title, Path, IsSent) = (guide?.Content.Title ?? "", guide?.Path ?? "", isSent);
        return guide;
    }
}
