using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Integration;

[IntegrationService]
internal sealed class SiteContentIntegrationService(
    ISiteRepository sites, SiteLogo logo, IPostRepository posts, IEventRepository events, SiteDocuments documents, EventWording wording) : SitesAppService, ISiteContentIntegrationService
{
    private const int MaxResults = 50;

    public async Task<SiteLook> GetLookAsync()
    {
        if (await FindSiteAsync() is not { } site) return new SiteLook("fr", Themes.Default.AccentColor, null);
        return new SiteLook(site.Language, site.AccentColor ?? Themes.Find(site.Theme)?.AccentColor ?? Themes.Default.AccentColor, SiteLogo.UrlOf(await logo.FindFileAsync(site)));
    }

    public async Task<List<SiteNews>> GetNewsAsync(DateTime from, DateTime to, int max)
        => (await posts.GetPublishedBetweenAsync(from, to, Math.Clamp(max, 1, MaxResults))).ConvertAll(ToNews);

    public Task<int> CountNewsAsync(DateTime from, DateTime to) => posts.CountPublishedBetweenAsync(from, to);

    public async Task<List<SiteEvent>> GetEventsAsync(DateOnly from, DateOnly to, int max)
    {
        var found = await events.GetPublishedAsync(from, to, EventConsts.MaxUpcoming);
        using var readers = new LanguageScope((await FindSiteAsync())?.Language ?? "fr");
        return [.. found.Where(one => !one.IsCancelled)
            .SelectMany(one => one.Occurrences(from, to).Where(occurrence => !occurrence.IsCancelled).Select(occurrence => (Event: one, occurrence.Times)))
            .OrderBy(entry => entry.Times.StartDay).ThenBy(entry => entry.Times.StartTime).Take(Math.Clamp(max, 1, MaxResults))
            .Select(entry => new SiteEvent(
                entry.Event.Id, entry.Event.Path, entry.Event.Title, entry.Times.StartDay, wording.When(entry.Times), entry.Event.PlaceName ?? entry.Event.PlaceAddress))];
    }

    private SiteNews ToNews(Post post)
    {
        var document = VisitorView.Of(documents.Read(post.PublishedDocument!), SiteDay.Of(Clock.Now));
        var picture = document.AllBlocks().FirstOrDefault(block => block is { IsKept: false, Type: BlockTypes.Image });
        return new SiteNews(
            post.Id, Urn.Of("post", post.Id), post.PublishedTitle!, post.PublishedTime!.Value, post.PublishedExcerpt ?? DocumentInsight.Excerpt(document),
            picture?.Text("media"), picture?.Alt);
    }

    private Task<Site?> FindSiteAsync()
    {
        var tenantId = CurrentTenant.Id;
        return sites.FindAsync(site => site.TenantId == tenantId);
    }
}
