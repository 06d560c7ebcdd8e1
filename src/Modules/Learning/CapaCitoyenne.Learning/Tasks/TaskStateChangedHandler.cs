using CapaCitoyenne.Sites.Integration;

namespace CapaCitoyenne.Learning.Tasks;

/// <summary>A module says that an exercise may pass now: the learners who wait for it see it ticked.</summary>
internal sealed class TaskStateChangedHandler(TaskChecker checker)
    : IDistributedEventHandler<TaskStateChangedEto>, IDistributedEventHandler<PagePublishedEto>
{
    public Task HandleEventAsync(TaskStateChangedEto eventData) => checker.RecheckAsync(eventData.TenantId, eventData.TaskName);

    public Task HandleEventAsync(PagePublishedEto eventData) =>
        eventData.IsHomePage ? checker.RecheckAsync(eventData.TenantId, TaskNames.HomePagePublished) : Task.CompletedTask;
}
