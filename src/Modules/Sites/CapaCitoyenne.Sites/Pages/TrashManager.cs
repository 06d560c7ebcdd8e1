using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>What was deleted stays for <see cref="PageConsts.TrashDays"/> days, with all its revisions, then goes for good.</summary>
internal sealed class TrashManager(
    IPageRepository pages, IPostRepository posts, IRevisionRepository revisions, IRepository<FormerAddress, Guid> formerAddresses, AddressManager addresses,
    SiteManager siteManager, IBackgroundJobManager jobs) : DomainService
{
    public async Task PutAsync<T>(IPublicationRepository<T> repository, T publication) where T : Publication
    {
        publication.PrepareDeletion();
        await repository.DeleteAsync(publication);
        // A minute later than the limit: the row is stamped after this.
        await jobs.EnqueueAsync(new EmptyTrashArgs(), BackgroundJobPriority.Low, TimeSpan.FromDays(PageConsts.TrashDays) + TimeSpan.FromMinutes(1));
        await siteManager.ContentChangedAsync();
    }

    /// <summary>Gives it its address back, or the nearest free one.</summary>
    /// <param name="asItWas">Online again if it was; otherwise a draft.</param>
    public async Task RestoreAsync(Publication publication, bool asItWas)
    {
        publication.Restore(await addresses.ChooseAsync(publication is Post, publication.SlugBeforeDeletion, null), asItWas, Clock.Now);
        await siteManager.ContentChangedAsync();
    }

    public async Task DeleteForGoodAsync<T>(IPublicationRepository<T> repository, params Guid[] ids) where T : Publication
    {
        await repository.DeleteForGoodAsync(ids);
        await revisions.DeleteOfAsync(ids);
        await formerAddresses.DeleteAsync(address => ids.Contains(address.PublicationId));
    }

    /// <summary>Deletes for good what has been in the current space's trash for too long.</summary>
    public async Task EmptyAsync()
    {
        var before = Clock.Now.AddDays(-PageConsts.TrashDays);
        await DeleteForGoodAsync(pages, [.. (await pages.GetTrashAsync()).Where(item => item.DeletionTime <= before).Select(item => item.Id)]);
        await DeleteForGoodAsync(posts, [.. (await posts.GetTrashAsync()).Where(item => item.DeletionTime <= before).Select(item => item.Id)]);
    }
}

[BackgroundJobName("sites.empty-trash")]
internal sealed record EmptyTrashArgs;

internal sealed class EmptyTrashJob(TrashManager trash) : AsyncBackgroundJob<EmptyTrashArgs>
{
    public override Task ExecuteAsync(EmptyTrashArgs args) => trash.EmptyAsync();
}
