using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Sites.Public;

namespace CapaCitoyenne.Library.Integration;

/// <summary>The commons in the hub's sitemap.</summary>
internal sealed class GuideHubPageProvider(ICommonsGuideRepository commons, IAsyncQueryableExecuter executer) : IHubPageProvider
{
    public async Task<IReadOnlyList<HubPage>> GetAsync(int max)
    {
        var guides = await executer.ToListAsync((await commons.GetQueryableAsync()).Where(guide => guide.IsCurrent && guide.WithdrawnTime == null)
            .OrderByDescending(guide => guide.PublishedTime).Take(max - 1).Select(guide => new { guide.Slug, guide.PublishedTime }));
        return guides.Count == 0 ? [] : [new HubPage("/bibliotheque", guides[0].PublishedTime), .. guides.Select(guide => new HubPage(CommonsGuide.PathOf(guide.Slug), guide.PublishedTime))];
    }
}
