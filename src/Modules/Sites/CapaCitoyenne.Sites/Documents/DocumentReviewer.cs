using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents.Prose;
using CapaCitoyenne.Sites.Documents.Review;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Reads a draft along, knowing what is online, and words the remarks.</summary>
internal sealed class DocumentReviewer(
    SiteDocuments documents, IPageRepository pages, IPostRepository posts, IStringLocalizer<SitesResource> localizer, IClock clock) : ITransientDependency
{
    public async Task<ListResultDto<ReviewRemarkDto>> ReviewAsync(Publication publication)
    {
        var document = documents.Read(publication.Document);
        var online = await OnlineAsync(document);
        // A link to itself is right as soon as it is published.
        online.Urns.Add(Urn.Of(publication is Post ? "post" : "page", publication.Id));
        online.Paths.Add(publication.Path);
        var remarks = DocumentReview.Check(document, documents.Catalog, new ReviewContext(SiteDay.Of(clock.Now)) { IsDead = online.IsDead });
        return new([.. MissingBlocks(publication, document), .. remarks.Select(ToDto)]);
    }

    /// <summary>What the law asks of a page writes itself, where its block stands: a page that is older than the block, or lost it, is told.</summary>
    private IEnumerable<ReviewRemarkDto> MissingBlocks(Publication publication, PageDocument document)
    {
        (string Type, string Code)? wanted = (publication as Page)?.Kind switch
        {
            PageKind.LegalNotice => (SiteDocuments.LegalNoticeType, "Sites:Review:LegalNoticeMissing"),
            PageKind.Privacy => (SiteDocuments.DataUsesType, "Sites:Review:DataUsesMissing"),
            PageKind.Accessibility => (SiteDocuments.AccessibilityType, "Sites:Review:AccessibilityMissing"),
            _ => null,
        };
        return wanted is { } block && document.AllBlocks().All(one => one.Type != block.Type)
            ? [new ReviewRemarkDto { Code = block.Code, Message = localizer[block.Code], BlockToAdd = block.Type }]
            : [];
    }

    private async Task<Online> OnlineAsync(PageDocument document)
    {
        var online = new Online();
        foreach (var page in (await pages.GetSummariesAsync()).Where(page => page.PublishedRevision is not null))
        {
            online.Urns.Add(Urn.Of("page", page.Id));
            online.Paths.Add(page.Kind == PageKind.Home ? "/" : "/" + page.Slug);
        }
        var ids = DocumentInsight.References(document, documents.Catalog).Where(urn => Urn.SchemeOf(urn) == "post").Select(Urn.IdOf).OfType<Guid>().ToArray();
        if (ids.Length > 0)
            foreach (var post in await posts.GetListAsync(post => ids.Contains(post.Id) && post.PublishedRevision != null)) online.Urns.Add(Urn.Of("post", post.Id));
        return online;
    }

    private ReviewRemarkDto ToDto(ReviewRemark remark)
    {
        string text = localizer[remark.Code];
        foreach (var (name, value) in remark.Data)
            text = text.Replace("{" + name + "}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return new ReviewRemarkDto
        {
            Code = remark.Code, Message = text, BlockId = remark.BlockId, ItemId = remark.ItemId, Field = remark.Field,
            Repair = remark.Repair is { } repair ? new ReviewRepairDto(repair.Old, repair.New) : null,
        };
    }

    /// <summary>What readers can see of the site.</summary>
    private sealed class Online
    {
        public HashSet<string> Urns { get; } = new(StringComparer.OrdinalIgnoreCase);

        public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

        /// <summary>Only what is known to lead nowhere: pages and posts by name, and addresses right under the root that are no page.</summary>
        public bool IsDead(string address)
        {
            if (LinkPolicy.Classify(address) == LinkKind.Reference) return Urn.SchemeOf(address) is "page" or "post" && !Urns.Contains(address.Split('#')[0]);
            var path = address.Split('?', '#')[0];
            return path.Length > 1 && path[0] == '/' && path.IndexOf('/', 1) < 0 && !path.Contains('.', StringComparison.Ordinal) && !Slug.IsReserved(path[1..]) && !Paths.Contains(path);
        }
    }
}
