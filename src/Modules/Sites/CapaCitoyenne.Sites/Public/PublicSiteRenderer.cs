using System.Globalization;
using System.Text;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Makes the answer for a path of a site. What it makes is the same for every reader, and is kept.</summary>
internal sealed class PublicSiteRenderer(
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IPageRepository pages, IPostRepository posts, ISiteRepository sites, AddressManager formerAddresses,
    SiteAddresses addresses, DocumentRenderer renderer, SiteDocuments documents, RazorViewWriter views, PreviewLinks previews, IAssociationIntegrationService associations,
    IStringLocalizer<SitesResource> localizer, IClock clock, IEnumerable<IPublicSiteContent> contents, PageHeadMaker heads) : ITransientDependency
{
    private const int PostsPerPage = 20;
    private const int MaxFeedEntries = 20;
    private const int MaxSitemapPosts = 500_000;
    private const string Html = "text/html; charset=utf-8";

    /// <summary>No request has this path: the page that says that a page is not there.</summary>
    public const string NotFoundPath = "\0not-found";

    private const string NewsPagePrefix = Post.Folder + "/page/";

    private string _url = "";
    private Site _site = null!;

    public Task<StoredAnswer> RenderAsync(Guid tenantId, string slug, string path) => InSiteAsync(tenantId, slug, site => AnswerAsync(site, path));

    /// <summary>A draft, for whoever has the link.</summary>
    public Task<StoredAnswer> RenderPreviewAsync(Guid tenantId, string slug, string token) => InSiteAsync(tenantId, slug, async _ =>
    {
        string notice = localizer["PublicSite:Preview"];
        if (previews.Read(tenantId, token) is not { } id) return await NotFoundAsync();
        if (await pages.FindAsync(id) is { } page) return (await PageAsync(page, page.Title, page.Document, notice)) with { IsPrivate = true };
        return await posts.FindAsync(id) is { } post ? (await PostAsync(post, post.Title, post.Document, notice)) with { IsPrivate = true } : await NotFoundAsync();
    });

    private async Task<StoredAnswer> InSiteAsync(Guid tenantId, string slug, Func<Site, Task<StoredAnswer>> answer)
    {
        using var tenant = currentTenant.Change(tenantId);
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        var site = await sites.FindAsync(s => s.TenantId == tenantId) ?? new Site(Guid.Empty, tenantId, "fr");
        _url = addresses.GetUrl(slug, site.PrimaryDomain);
        _site = site;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = SiteDay.CultureOf(site.Language);
        var result = await answer(site);
        await unitOfWork.CompleteAsync();
        return result;
    }

    private async Task<StoredAnswer> AnswerAsync(Site site, string path)
    {
        switch (path)
        {
            case "/":
                return await pages.FindAsync(p => p.Kind == PageKind.Home) is { IsPublished: true } home
                    ? await PageAsync(home, home.PublishedTitle!, home.PublishedDocument!)
                    : await NotOnlineAsync();
            case FeedWriter.AtomPath:
                return Text("application/atom+xml; charset=utf-8", FeedWriter.WriteAtom(await NameAsync(), _url, site.Language, await FeedAsync()));
            case FeedWriter.RssPath:
                return Text("application/rss+xml; charset=utf-8", FeedWriter.WriteRss(await NameAsync(), _url, site.Language, await FeedAsync()));
            case FeedWriter.JsonPath:
                return Text("application/feed+json; charset=utf-8", FeedWriter.WriteJson(await NameAsync(), _url, site.Language, await FeedAsync()));
            case SitemapWriter.Path:
                return await SitemapAsync(null);
            case "/robots.txt":
                return Text("text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: {PreviewLinks.Prefix}\nDisallow: {Search.SearchRoute.Path}\nSitemap: {_url}/sitemap.xml\n"));
            case "/.well-known/security.txt":
                return Text("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(await SecurityTextAsync(site)));
            case Post.Folder:
                return await NewsAsync(1);
            case NotFoundPath:
                return await NotFoundAsync();
        }
        foreach (var content in contents)
            if (content.Takes(path)) return await content.MakeAsync(site, _url, path);
        if (path.Length > 1 && path.EndsWith('/')) return StoredAnswer.Redirect(path.TrimEnd('/') is { Length: > 0 } trimmed ? "/" + trimmed.TrimStart('/') : "/");
        if (SitemapWriter.NumberOf(path) is { } part) return await SitemapAsync(part);
        if (path.StartsWith(NewsPagePrefix, StringComparison.Ordinal))
            return int.TryParse(path.AsSpan(NewsPagePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? await NewsAsync(number) : StoredAnswer.Missing;
        return await FindAsync(path) ?? (await formerAddresses.FindPresentPathAsync(path) is { } present ? StoredAnswer.Redirect(present) : StoredAnswer.Missing);
    }

    private async Task<StoredAnswer?> FindAsync(string path)
    {
        if (path.StartsWith(Post.Folder + "/", StringComparison.Ordinal))
        {
            var postSlug = path[(Post.Folder.Length + 1)..];
            return await posts.FindAsync(p => p.Slug == postSlug) is { IsPublished: true } post ? await PostAsync(post, post.PublishedTitle!, post.PublishedDocument!) : null;
        }
        var pageSlug = path[1..];
        return pageSlug.Length > 0 && await pages.FindAsync(p => p.Slug == pageSlug && p.Kind != PageKind.Home) is { IsPublished: true } page
            ? await PageAsync(page, page.PublishedTitle!, page.PublishedDocument!)
            : null;
    }

    private async Task<StoredAnswer> PageAsync(Page page, string title, string json, string? notice = null)
    {
        var document = documents.Read(json);
        var model = new PublicPageModel(title, await renderer.RenderAsync(document, new(WriterTarget.Web)), page.Kind == PageKind.Home, notice);
        var description = DocumentInsight.Excerpt(document);
        var head = notice is null ? await heads.MakeAsync(_site, _url, page, title, description, document) : null;
        return await ViewAsync(200, "PublicPage", model, page.Path, page.Kind == PageKind.Home ? null : title, description, notice is null, head);
    }

    private async Task<StoredAnswer> PostAsync(Post post, string title, string json, string? notice = null)
    {
        var document = documents.Read(json);
        var (previous, next) = post.IsPublished ? await posts.FindNeighboursAsync(post) : default;
        var day = SiteDay.Of(post.PublishedTime ?? clock.Now);
        var (author, excerpt) = notice is null ? (post.PublishedAuthorName, post.PublishedExcerpt) : (post.AuthorName, post.Excerpt);
        var model = new PublicPostModel(
            title, await renderer.RenderAsync(document, new(WriterTarget.Web)), day, DayText(day), author, excerpt, ToLink(previous), ToLink(next), notice);
        var description = excerpt ?? DocumentInsight.Excerpt(document);
        var head = notice is null ? await heads.MakeAsync(_site, _url, post, title, description, document) : null;
        return await ViewAsync(200, "PublicPost", model, post.Path, title, description, notice is null, head);
    }

    private async Task<StoredAnswer> NewsAsync(int number)
    {
        var found = await posts.GetPublishedAsync((number - 1) * PostsPerPage, PostsPerPage + 1);
        if (found.Count == 0) return StoredAnswer.Missing;
        string title = localizer["PublicSite:News"];
        var items = found.Take(PostsPerPage).Select(post => new PublicNewsItem(
            post.PublishedTitle!, post.Path, SiteDay.Of(post.PublishedTime!.Value), DayText(SiteDay.Of(post.PublishedTime.Value)), Summary(post)));
        var model = new PublicNewsModel(title, [.. items], number == 1 ? null : NewsPath(number - 1), found.Count > PostsPerPage ? NewsPath(number + 1) : null);
        return await ViewAsync(200, "PublicNews", model, NewsPath(number), title, null);
    }

    private async Task<StoredAnswer> NotFoundAsync()
    {
        var model = new PublicMessageModel(
            localizer["PublicSite:NotFoundTitle"], localizer["PublicSite:NotFoundText"], new PublicLink(localizer["PublicSite:NotFoundLink"], "/"));
        return await ViewAsync(404, "PublicMessage", model, "/404", model.Title, null, isIndexed: false);
    }

    private async Task<StoredAnswer> NotOnlineAsync()
    {
        var model = new PublicMessageModel(localizer["PublicSite:NotOnlineTitle"], localizer["PublicSite:NotOnlineText", await NameAsync()], null);
        return await ViewAsync(404, "PublicMessage", model, "/", model.Title, null, isIndexed: false);
    }

    private async Task<StoredAnswer> ViewAsync(int status, string view, object model, string path, string? title, string? description, bool isIndexed = true, PageHead? head = null)
    {
        var data = new Dictionary<string, object?> { ["Title"] = title, ["Description"] = description, ["Head"] = head };
        if (isIndexed) data["Canonical"] = _url + path;
        var html = await views.WriteAsync(view, model, path, data);
        return StoredAnswer.Of(status, Html, Encoding.UTF8.GetBytes(html));
    }

    private async Task<List<FeedEntry>> FeedAsync()
    {
        var entries = new List<FeedEntry>();
        foreach (var post in await posts.GetPublishedAsync(0, MaxFeedEntries))
            entries.Add(new FeedEntry(post, await renderer.RenderAsync(documents.Read(post.PublishedDocument!), new(WriterTarget.Feed, _url)), Summary(post)));
        return entries;
    }

    /// <param name="part">From 1; null: the whole, or the list of parts.</param>
    private async Task<StoredAnswer> SitemapAsync(int? part)
    {
        var paths = (await pages.GetSummariesAsync()).Where(page => page.PublishedRevision is not null)
            .Select(page => (page.Kind == PageKind.Home ? "/" : "/" + page.Slug, page.PublishedChangeTime!.Value)).ToList();
        paths.AddRange((await posts.GetPublishedSummariesAsync(MaxSitemapPosts)).Select(post => (Post.Folder + "/" + post.Slug, post.PublishedChangeTime!.Value)));
        return SitemapWriter.Write(_url, paths, part) is { } sitemap ? Text("application/xml; charset=utf-8", sitemap) : StoredAnswer.Missing;
    }

    /// <summary>RFC 9116. Renewed each day, since answers are kept for a day at most.</summary>
    private async Task<string> SecurityTextAsync(Site site)
    {
        var notice = await associations.FindLegalNoticeAsync(currentTenant.Id!.Value);
        var expires = clock.Now.Date.AddDays(180).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"Contact: mailto:{notice?.ContactEmail}\nExpires: {expires}\nPreferred-Languages: {site.Language}, en\nCanonical: {_url}/.well-known/security.txt\n";
    }

    private async Task<string> NameAsync() => (await associations.FindLegalNoticeAsync(currentTenant.Id!.Value))?.Name ?? "";

    private string Summary(Post post) => post.PublishedExcerpt ?? DocumentInsight.Excerpt(documents.Read(post.PublishedDocument!));

    private static StoredAnswer Text(string contentType, byte[] bytes) => StoredAnswer.Of(200, contentType, bytes);

    private static string NewsPath(int number) => number == 1 ? Post.Folder : NewsPagePrefix + number.ToString(CultureInfo.InvariantCulture);

    private static string DayText(DateOnly day) => day.ToString(SiteDay.LongFormat, CultureInfo.CurrentCulture);

    private static PublicLink? ToLink(PostSummary? post) => post is null ? null : new PublicLink(post.PublishedTitle!, Post.Folder + "/" + post.Slug);
}
