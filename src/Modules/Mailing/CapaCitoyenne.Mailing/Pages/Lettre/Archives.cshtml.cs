using System.Globalization;
using CapaCitoyenne.Associations;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Subscriptions;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CapaCitoyenne.Mailing.Pages.Lettre;

/// <summary>The letters that a space shows, the latest first; 30 a page. <c>?format=atom</c> stands behind <c>atom.xml</c>.</summary>
[EnableRateLimiting(AnonymousRateLimits.Read)]
public class ArchivesModel(IServiceProvider services) : PageModel
{
    private const int PageSize = 30;

    public IReadOnlyList<ArchivedLetter> Letters { get; private set; } = [];

    /// <summary>Ticks of the last one shown, when there are more.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(long? avant)
    {
        var found = await LoadAsync(avant is { } ticks && ticks > 0 && ticks < DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : null);
        Letters = [.. found.Take(PageSize).Select(page => new ArchivedLetter(page.Path, page.Title, page.Summary, page.Time))];
        Older = found.Count > PageSize ? found[PageSize - 1].Time.Ticks.ToString(CultureInfo.InvariantCulture) : null;
    }

    private async Task<List<LetterPage>> LoadAsync(DateTime? before)
    {
        await services.GetRequiredService<SubscriptionManager>().GetAssociationAsync();
        return await services.GetRequiredService<ILetterPageRepository>().GetPublicAsync(before, PageSize + 1);
    }
}

/// <param name="Time">UTC.</param>
public sealed record ArchivedLetter(string Path, string Title, string? Summary, DateTime Time);
