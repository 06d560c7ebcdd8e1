using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Pages;

/// <summary>The exercise "publish your home page": online, with a heading, every picture described or marked as decorative.</summary>
internal sealed class HomePagePublishedTaskCheck(IPageRepository pages, SiteDocuments documents, SiteManager siteManager, IStringLocalizer<SitesResource> localizer) : ITaskCheck
{
    public string Name => TaskNames.HomePagePublished;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        if (await pages.FindAsync(page => page.Kind == PageKind.Home) is not { } home)
            return new TaskCheckResult(false, [new TaskCheckFinding(localizer["TaskCheck:NotPublished"], null)]);
        var findings = new List<TaskCheckFinding>();
        var link = SpaceLinks.Page(home.Id);
        if (!home.IsPublished)
        {
            // What stands in the way comes first: publishing would refuse.
            foreach (var obstacle in await siteManager.FindObstaclesAsync())
                findings.Add(new TaskCheckFinding(localizer[obstacle.Replace("Sites:", "TaskCheck:", StringComparison.Ordinal)], SpaceLinks.Profile));
            findings.Add(new TaskCheckFinding(localizer["TaskCheck:NotPublished"], link));
            return new TaskCheckResult(false, findings);
        }
        var document = documents.Read(home.PublishedDocument!);
        if (DocumentInsight.Headings(document).Count == 0) findings.Add(new TaskCheckFinding(localizer["TaskCheck:NoHeading"], link));
        findings.AddRange(DocumentInsight.ImagesWithoutAlt(document).Select(block => new TaskCheckFinding(localizer["TaskCheck:AltMissing"], link + "#" + block.Id)));
        return new TaskCheckResult(findings.Count == 0, findings);
    }
}
