using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Localization;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>One letter of the archive; the name <c>atom.xml</c> is the archive as a feed.</summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public class ArchiveModel(IServiceProvider services, IPublicSiteLayoutProvider layout, IStringLocalizer<MailingResource> localizer) : PageModel
{
    private const string Feed = "atom.xml";
    private const int FeedSize = 20;

    public string Title { get; private set; } = "";

    public string? Summary { get; private set; }

    public string Html { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime Time { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var association = await services.GetRequiredService<SubscriptionManager>().GetAssociationAsync();
        var pages = services.GetRequiredService<ILetterPageRepository>();
        if (slug == Feed)
        {
            var site = await layout.GetAsync();
            return File(
                ArchiveFeed.Write(localizer["Mailing:Archive:Of", association.Name], association.Name, $"{Request.Scheme}://{Request.Host}", site.Language, await pages.GetPublicAsync(null, FeedSize)),
                ArchiveFeed.ContentType);
        }

        if (await pages.FindAsync(page => page.Slug == slug && page.IsPublic) is not { } found) return NotFound();
        (Title, Summary, Html, Time) = (found.Title, found.Summary, found.Html, found.Time);
        return Page();
    }
}
