using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>
/// Makes the changes that were scheduled for an instant, each exactly once, whoever calls: a job at that instant, or the first reader after
/// it, on any node. Who makes a change takes it in the same transaction; the others wait, then find nothing.
/// </summary>
internal sealed class PublicationScheduler(
    IPageRepository pages, IPostRepository posts, PageManager pageManager, PublicationManager publications, ScheduleProblemMailer mailer, IBackgroundJobManager jobs,
    IUnitOfWorkManager unitOfWorkManager) : DomainService
{
    /// <summary>Sets the instants of a page or post, and has a worker come by then.</summary>
    /// <param name="publishAt">On the clocks of Paris; see <see cref="Documents.SiteDay.ToUtc"/>.</param>
    public async Task ScheduleAsync(Publication publication, DateTime? publishAt, DateTime? unpublishAt)
    {
        publication.Schedule(ToUtc(publishAt), ToUtc(unpublishAt), Clock.Now);
        await ComeByAsync(publication);
    }

    /// <summary>Has a worker come by at the instants of a page or post.</summary>
    public async Task ComeByAsync(Publication publication)
    {
        foreach (var time in new[] { publication.PublishAt, publication.UnpublishAt }.OfType<DateTime>())
            await jobs.EnqueueAsync(new PublishDueArgs(), BackgroundJobPriority.High, time - Clock.Now);
    }

    /// <summary>Makes what is due in the current space. Call it outside of any transaction.</summary>
    public async Task RunDueAsync()
    {
        List<DueChange> duePages, duePosts;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            (duePages, duePosts) = (await pages.GetDueAsync(Clock.Now), await posts.GetDueAsync(Clock.Now));
            await unitOfWork.CompleteAsync();
        }
        foreach (var change in duePages) await RunAsync(pages, change, pageManager.PublishAsync);
        foreach (var change in duePosts) await RunAsync(posts, change, publications.PublishAsync);
    }

    private async Task RunAsync<T>(IPublicationRepository<T> repository, DueChange change, Func<T, Task> publish) where T : Publication
    {
        try
        {
            await InTransactionAsync(repository, change, async publication =>
            {
                if (publication.UnpublishAt <= Clock.Now) await publications.UnpublishAsync(publication);
                else await publish(publication);
            });
        }
        catch (BusinessException obstacle)
        {
            await InTransactionAsync(repository, change, async publication =>
            {
                publication.KeepScheduleProblem(obstacle.Code ?? SitesErrorCodes.DocumentNotPublishable);
                await mailer.SendAsync(publication);
            });
        }
    }

    private async Task InTransactionAsync<T>(IPublicationRepository<T> repository, DueChange change, Func<T, Task> work) where T : Publication
    {
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        if (!await repository.TakeAsync(change)) return;
        await work(await repository.GetAsync(change.Id));
        await unitOfWork.CompleteAsync();
    }

    private static DateTime? ToUtc(DateTime? wallClock) => wallClock is { } time ? Documents.SiteDay.ToUtc(time) : null;
}

[BackgroundJobName("sites.publish-due")]
internal sealed record PublishDueArgs;

/// <summary>Carries no work: losing it, or running it twice, is harmless.</summary>
[UnitOfWork(IsDisabled = true)]
internal sealed class PublishDueJob(PublicationScheduler scheduler) : AsyncBackgroundJob<PublishDueArgs>
{
    public override Task ExecuteAsync(PublishDueArgs args) => scheduler.RunDueAsync();
}
