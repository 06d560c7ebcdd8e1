using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Media;

/// <summary>Pages and news, as they are written and as they are online, and the look of the site, for its logo.</summary>
internal sealed class SitesMediaUsageProvider(
    IPageRepository pages, IPostRepository posts, ISiteRepository sites, IAsyncQueryableExecuter executer, IStringLocalizer<SitesResource> localizer) : IMediaUsageProvider
{
    public async Task<List<MediaUse>> FindAsync(string text)
        =>
        [
            .. await FindAsync("page", "site/pages/", await pages.GetQueryableAsync(), text),
            .. await FindAsync("post", "site/articles/", await posts.GetQueryableAsync(), text),
            .. await FindLogoAsync(text),
        ];

    private async Task<IEnumerable<MediaUse>> FindLogoAsync(string text)
        => await sites.FirstOrDefaultAsync(site => site.LogoMediaId != null) is { LogoMediaId: { } id } site && Urn.Of("media", id).StartsWith(text, StringComparison.Ordinal)
            ? [new MediaUse("look", site.Id, localizer["Media:Logo"], "site/apparence", [id])]
            : [];

    private async Task<IEnumerable<MediaUse>> FindAsync<T>(string kind, string path, IQueryable<T> publications, string text) where T : Publication
    {
        var found = await executer.ToListAsync(publications
            .Where(publication => publication.Document.Contains(text) || publication.PublishedDocument!.Contains(text))
            .Select(publication => new { publication.Id, publication.Title, publication.Document, publication.PublishedDocument }));
        return found.Select(publication => new MediaUse(kind, publication.Id, publication.Title, path + publication.Id, MediaUrns.In(publication.Document, publication.PublishedDocument)));
    }
}
