using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Learning.Catalogue;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Sites;

internal sealed class SitesFirstStepProvider(
    IPageRepository pages, IPostRepository posts, IStringLocalizer<SitesResource> localizer) : IFirstStepProvider, ITransientDependency
{
    public async Task<IReadOnlyList<FirstStep>> GetAsync(Guid tenantId)
    {
        var home = (await pages.GetSummariesAsync()).FirstOrDefault(page => page.Kind == PageKind.Home);
        var hasNews = await posts.AnyAsync(post => post.PublishedRevision != null);
        return
        [
            Step("sites.home-page-published", home?.PublishedRevision is not null, home is null ? "site" : SpaceLinks.Page(home.Id), StarterCatalogue.PublishHomePage, 20),
            Step("sites.first-post-published", hasNews, SpaceLinks.Posts, StarterCatalogue.WritePost, 50),
        ];
    }

    private FirstStep Step(string name, bool done, string link, string? lesson, int order) => new(name, localizer["FirstStep:" + name], done, link, lesson, order);
}
