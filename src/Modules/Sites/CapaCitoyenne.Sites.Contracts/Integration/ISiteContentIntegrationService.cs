namespace CapaCitoyenne.Sites.Integration;

/// <summary>What other modules may show of the current space's site: its look, and what is online for everybody.</summary>
[IntegrationService]
public interface ISiteContentIntegrationService : IApplicationService
{
    Task<SiteLook> GetLookAsync();

    /// <summary>News that went online in that time (UTC, the end excluded), the latest first; nothing that only members may read.</summary>
    /// <param name="max">At most 50.</param>
    Task<List<SiteNews>> GetNewsAsync(DateTime from, DateTime to, int max);

    /// <summary>How many there are of them, without a limit.</summary>
    Task<int> CountNewsAsync(DateTime from, DateTime to);

    /// <summary>Events of those days, each of their times, soonest first; those that are called off are left out.</summary>
    /// <param name="max">At most 50.</param>
    Task<List<SiteEvent>> GetEventsAsync(DateOnly from, DateOnly to, int max);
}

/// <param name="AccentColor"><c>#rrggbb</c>.</param>
/// <param name="LogoUrl">On the site, beginning with a slash.</param>
public sealed record SiteLook(string Language, string AccentColor, string? LogoUrl);

/// <param name="Urn"><c>post:…</c>, for links that follow when its address changes.</param>
/// <param name="Time">When it went online, UTC.</param>
/// <param name="Excerpt">At most some two hundred characters.</param>
/// <param name="PictureUrn">Its first picture.</param>
public sealed record SiteNews(Guid Id, string Urn, string Title, DateTime Time, string Excerpt, string? PictureUrn, string? PictureAlt);

/// <param name="Path">Beginning with a slash.</param>
/// <param name="When">In words, in the site's language.</param>
public sealed record SiteEvent(Guid Id, string Path, string Title, DateOnly Day, string When, string? Place);
