using CapaCitoyenne.Sites.Media;

namespace CapaCitoyenne.Library.Guides;

/// <summary>Guides whose working text shows pictures of the space's own library.</summary>
internal sealed class GuideMediaUsageProvider(IRepository<Guide, Guid> guides, IAsyncQueryableExecuter executer) : IMediaUsageProvider
{
    public async Task<List<MediaUse>> FindAsync(string text)
    {
        var found = await executer.ToListAsync((await guides.GetQueryableAsync())
            .Where(guide => guide.Content.Body.Contains(text)).Select(guide => new { guide.Id, guide.Content.Title, guide.Content.Body }));
        return found.ConvertAll(guide => new MediaUse("guide", guide.Id, guide.Title, "bibliotheque/" + guide.Id, MediaUrns.In(guide.Body)));
    }
}
