using CapaCitoyenne.Abp.BackgroundWorkers;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Removes for good what has been in the trash for long enough.</summary>
internal sealed class MediaTrashWorker(IMediaRepository media, MediaManager mediaManager, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock)
    : IHangfireBackgroundWorker
{
    public string RecurringJobId => "sites-media-trash";

    public string CronExpression => "43 3 * * *";

    public async Task DoWorkAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.Now.AddDays(-MediaConsts.TrashDays);
        List<Guid?> spaces;
        await using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false))
        {
            spaces = await media.GetSpacesWithTrashAsync(before);
            await unitOfWork.CompleteAsync(cancellationToken);
        }
        foreach (var space in spaces)
        {
            using var tenant = currentTenant.Change(space);
            await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
            await mediaManager.EmptyTrashAsync(before);
            await unitOfWork.CompleteAsync(cancellationToken);
        }
    }
}
