using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Posts;

/// <summary>
/// The exercise "write a piece of news that is read": one is online with a summary or an opening that is neither a word nor a wall, and with
/// headings where it is long. Any of the latest ones will do; the findings are about the one that lacks least.
/// </summary>
internal sealed class PostPublishedTaskCheck(
    IPostRepository posts, SiteDocuments documents, SiteManager siteManager, IStringLocalizer<SitesResource> localizer) : ITaskCheck
{
    /// <summary>Posts that are looked at, the latest first.</summary>
    private const int MaxPosts = 20;

    // In words. An opening says something from about eight words on; beyond sixty nobody reads it in one breath.
    private const int MinOpening = 8;
    private const int MaxOpening = 60;
    private const int LongText = 300;

    public string Name => TaskNames.PostPublished;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        var published = await posts.GetPublishedAsync(0, MaxPosts);
        if (published.Count == 0) return new TaskCheckResult(false, await NothingOnlineAsync());
        var best = published.Select(Find).MinBy(findings => findings.Count)!;
        return new TaskCheckResult(best.Count == 0, best);
    }

    private async Task<List<TaskCheckFinding>> NothingOnlineAsync()
    {
        var findings = (await siteManager.FindObstaclesAsync())
            .Select(obstacle => new TaskCheckFinding(localizer[obstacle.Replace("Sites:", "TaskCheck:", StringComparison.Ordinal)], SpaceLinks.Profile)).ToList();
        var draft = (await posts.GetSummariesAsync(0, 1)).FirstOrDefault();
        findings.Add(new TaskCheckFinding(localizer["TaskCheck:NoPost"], draft is null ? SpaceLinks.Posts : SpaceLinks.Post(draft.Id)));
        return findings;
    }

    private List<TaskCheckFinding> Find(Post post)
    {
        var document = documents.Read(post.PublishedDocument!);
        var opening = DocumentInsight.CountWords(DocumentInsight.Opening(document));
        var findings = new List<TaskCheckFinding>();
        if (post.PublishedExcerpt is null && opening < MinOpening) Add("TaskCheck:PostOpeningShort");
        if (post.PublishedExcerpt is null && opening > MaxOpening) Add("TaskCheck:PostOpeningLong");
        if (DocumentInsight.CountWords(document) > LongText && DocumentInsight.Headings(document).Count == 0) Add("TaskCheck:PostNoHeading");
        return findings;

        void Add(string text) => findings.Add(new TaskCheckFinding(localizer[text, post.PublishedTitle!], SpaceLinks.Post(post.Id)));
    }
}
