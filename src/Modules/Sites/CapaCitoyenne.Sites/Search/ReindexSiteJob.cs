using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Search;

[BackgroundJobName("Sites.ReindexSite")]
internal sealed class ReindexSiteArgs;

/// <summary>Writes the whole index of a space anew, after the analyzer changed. Asked for by the first search that finds it old.</summary>
internal sealed class ReindexSiteJob(
    IPageRepository pages, IPostRepository posts, IRepository<Event, Guid> events, PublicationIndexer indexer, EventIndexer eventIndexer, IAsyncQueryableExecuter executer,
    SiteManager siteManager, IUnitOfWorkManager unitOfWorkManager) : AsyncBackgroundJob<ReindexSiteArgs>
{
    private const int Batch = 50;

    public override async Task ExecuteAsync(ReindexSiteArgs args)
    {
        foreach (var page in await pages.GetListAsync(page => page.PublishedRevision != null)) await indexer.UpdateAsync(page);
        for (var skip = 0; ; skip += Batch)
        {
            var some = await posts.GetPublishedAsync(skip, Batch);
            foreach (var post in some) await indexer.UpdateAsync(post);
            if (some.Count < Batch) break;
        }
        for (var skip = 0; ; skip += Batch)
        {
            var some = await executer.ToListAsync((await events.GetQueryableAsync()).Where(one => one.IsPublished).OrderBy(one => one.Id).Skip(skip).Take(Batch));
            foreach (var one in some) await eventIndexer.UpdateAsync(one);
            if (some.Count < Batch) break;
        }
        (await siteManager.GetAsync()).MarkIndexed();
        await unitOfWorkManager.Current!.SaveChangesAsync();
    }
}
