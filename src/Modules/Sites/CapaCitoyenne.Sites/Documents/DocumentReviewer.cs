using CapaCitoyenne.Sites.Documents.Review;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>Reads a draft along, knowing what is online, and words the remarks.</summary>
internal sealed class DocumentReviewer(
    SiteDocuments documents, OnlineLinkFinder links, IStringLocalizer<SitesResource> localizer, IClock clock) : ITransientDependency
{
    public async Task<ListResultDto<ReviewRemarkDto>> ReviewAsync(Publication publication)
    {
        var document = documents.Read(publication.Document);
        var online = await links.FindAsync(publication, document);
        var remarks = DocumentReview.Check(document, documents.Catalog, new ReviewContext(SiteDay.Of(clock.Now))
        {
            Title = publication.Title, Excerpt = (publication as Post)?.Excerpt, IsDead = online.IsDead, FindPresent = online.FindPresent, TitleOf = online.TitleOf,
        });
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

    private ReviewRemarkDto ToDto(ReviewRemark remark)
    {
        string text = localizer[remark.Code];
        foreach (var (name, value) in remark.Data)
            text = text.Replace("{" + name + "}", Convert.ToString(value, System.Globalization.CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return new ReviewRemarkDto
        {
            Code = remark.Code, Message = text, BlockId = remark.BlockId, ItemId = remark.ItemId, Field = remark.Field,
            Repair = remark.Repair is { } repair ? new ReviewRepairDto(repair.Old, repair.New) : null, Action = (ReviewAction?)remark.Action, BlockToAdd = remark.BlockToAdd,
        };
    }
}
