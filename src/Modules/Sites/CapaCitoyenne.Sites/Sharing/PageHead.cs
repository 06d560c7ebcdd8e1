using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Sharing;

/// <summary>What a published page says of itself to those who show a link to it.</summary>
/// <param name="Image">Absolute address of the picture.</param>
/// <param name="JsonLd">Safe inside a script element.</param>
internal sealed record PageHead(string Image, int ImageWidth, int ImageHeight, string JsonLd, bool IsArticle);

internal sealed class PageHeadMaker(
    IRepository<MediaFile, Guid> media, IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    /// <param name="association">Null while the space has no profile.</param>
    /// <param name="document">As visitors see it.</param>
    public async Task<PageHead> MakeAsync(Site site, string url, LegalNoticeInfo? association, Publication publication, string title, string description, PageDocument document)
    {
        var name = association?.Name ?? "";
        var card = ShareContent.CardPath(publication.Id, PictureLook.Of(site), title, name);
        return await MakeAsync(url, card, document, publication is Post, image => publication switch
        {
            Post post => StructuredData.OfPost(url, name, localizer["PublicSite:News"], post, title, description, image, site.Language),
            Page { Kind: PageKind.Home } => StructuredData.OfHome(url, name, association?.ContactEmail, site.Language),
            _ => StructuredData.OfPage(url, name, (title, publication.Path)),
        });
    }

    /// <param name="card">Path of the drawn picture, for a document that has none.</param>
    /// <param name="describe">JSON-LD, from the picture's address.</param>
    public async Task<PageHead> MakeAsync(string url, string card, PageDocument document, bool isArticle, Func<string, string> describe)
    {
        var (image, width, height) = await FindPictureAsync(document) ?? (card, SharePictures.Width, SharePictures.Height);
        return new PageHead(url + image, width, height, describe(url + image), isArticle);
    }

    /// <summary>The page's first picture, when it is as large as those who show links want it.</summary>
    private async Task<(string Url, int Width, int Height)?> FindPictureAsync(PageDocument document)
    {
        if (DocumentInsight.FirstImage(document) is not { } urn || Urn.IdOf(urn) is not { } id || await media.FindAsync(id) is not { } file
            || file.Width < SharePictures.Width || file.Height < SharePictures.Height) return null;
        var picture = file.ToResolved();
        var variant = picture.Variants.Where(v => v.ContentType == file.ContentType && v.Width >= SharePictures.Width).MinBy(v => v.Width);
        return variant is null ? (picture.Url, file.Width, file.Height) : (variant.Url, variant.Width, (int)((long)file.Height * variant.Width / file.Width));
    }
}
