using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Sites;

internal sealed class SitesFirstStepProvider(
    IPageRepository pages, IPostRepository posts, IEventRepository events, SiteDocuments documents, IStringLocalizer<SitesResource> localizer)
    : IFirstStepProvider, ITransientDependency
{
    /// <summary>News that are read for dates, the latest first.</summary>
    private const int MaxNews = 10;

    public async Task<IReadOnlyList<FirstStep>> GetAsync(Guid tenantId)
    {
        var home = (await pages.GetSummariesAsync()).FirstOrDefault(page => page.Kind == PageKind.Home);
        var hasNews = await posts.AnyAsync(post => post.PublishedRevision != null);
        List<FirstStep> steps =
        [
            Step("sites.home-page-published", home?.PublishedRevision is not null, home is null ? "site" : SpaceLinks.Page(home.Id), StarterCatalogue.PublishHomePage, 20),
            Step("sites.first-post-published", hasNews, SpaceLinks.Posts, StarterCatalogue.WritePost, 50),
        ];
        if (hasNews && await NeedsAgendaAsync()) steps.Add(Step("sites.agenda-used", false, SpaceLinks.Agenda, StarterCatalogue.KeepAgenda, 60));
        return steps;
    }

    private async Task<bool> NeedsAgendaAsync()
    {
        if (await events.GetCountAsync() > 0) return false;
        var latest = await posts.GetPublishedAsync(0, MaxNews);
        return AgendaThermostat.ShouldPropose(latest.Select(post => $"{post.PublishedTitle} {post.PublishedExcerpt} {DocumentInsight.Opening(documents.Read(post.PublishedDocument!))}"), isUsed: false);
    }

    private FirstStep Step(string name, bool done, string link, string? lesson, int order) => new(name, localizer["FirstStep:" + name], done, link, lesson, order);
}
