using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Agenda;

/// <summary>The exercise "keep the agenda": an event is online with a time. It has a place or a link, since none goes online without.</summary>
internal sealed class EventPublishedTaskCheck(IEventRepository events, SiteManager siteManager, IStringLocalizer<SitesResource> localizer) : ITaskCheck
{
    public string Name => TaskNames.EventPublished;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        if (await events.AnyAsync(one => one.IsPublished && one.Times.StartTime != null)) return new TaskCheckResult(true, []);
        if (await events.FindLatestAsync(isPublished: true) is { } allDay)
            return new TaskCheckResult(false, [new TaskCheckFinding(localizer["TaskCheck:EventNoTime", allDay.Title], SpaceLinks.Event(allDay.Id))]);
        // What stands in the way comes first: publishing would refuse.
        var findings = (await siteManager.FindObstaclesAsync())
            .Select(obstacle => new TaskCheckFinding(localizer[obstacle.Replace("Sites:", "TaskCheck:", StringComparison.Ordinal)], SpaceLinks.Profile)).ToList();
        findings.Add(await events.FindLatestAsync(isPublished: false) is { } draft
            ? new TaskCheckFinding(localizer["TaskCheck:EventDraft", draft.Title], SpaceLinks.Event(draft.Id))
            : new TaskCheckFinding(localizer["TaskCheck:NoEvent"], SpaceLinks.Agenda));
        return new TaskCheckResult(false, findings);
    }
}
