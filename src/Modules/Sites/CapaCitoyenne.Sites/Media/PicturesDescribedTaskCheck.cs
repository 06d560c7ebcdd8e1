using CapaCitoyenne.Learning.Tasks;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Validation;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Media;

/// <summary>
/// The exercise "describe a picture": a page or a piece of news is online with a described picture, and none that is neither described nor
/// decorative, or that has the name of a file for words. The findings are about the one that lacks least.
/// </summary>
internal sealed class PicturesDescribedTaskCheck(
    IPageRepository pages, IPostRepository posts, SiteDocuments documents, IStringLocalizer<SitesResource> localizer) : ITaskCheck
{
    /// <summary>Pages and posts that are looked at, of each the latest.</summary>
    private const int MaxEach = 20;

    private static readonly HashSet<string> Faults = [DocumentIssueCodes.ImageAltMissing, DocumentIssueCodes.ImageAltIsFileName];

    public string Name => TaskNames.PicturesDescribed;

    public async Task<TaskCheckResult> CheckAsync(Guid tenantId)
    {
        var online = (await pages.GetPublishedAsync(MaxEach)).Select(page => (Publication: (Publication)page, Link: SpaceLinks.Page(page.Id)))
            .Concat((await posts.GetPublishedAsync(0, MaxEach)).Select(post => (Publication: (Publication)post, Link: SpaceLinks.Post(post.Id))));
        List<TaskCheckFinding>? best = null;
        foreach (var (publication, link) in online)
        {
            var document = documents.Read(publication.PublishedDocument!);
            var faults = documents.Validate(document).Where(issue => Faults.Contains(issue.Code)).ToList();
            var described = DocumentInsight.CountDescribedImages(document);
            if (described > 0 && faults.Count == 0) return new TaskCheckResult(true, []);
            if (described == 0 && faults.Count == 0) continue;
            if (best is null || faults.Count < best.Count)
                best = faults.ConvertAll(issue => new TaskCheckFinding(localizer["TaskCheck:Picture" + issue.Code["Sites:Image".Length..], publication.PublishedTitle!], link));
        }

        return new TaskCheckResult(false, best ?? [new TaskCheckFinding(localizer["TaskCheck:NoPicture"], SpaceLinks.Pages)]);
    }
}
