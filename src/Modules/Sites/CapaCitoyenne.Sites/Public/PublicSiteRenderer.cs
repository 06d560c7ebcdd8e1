using System.Globalization;
using System.Text;
using CapaCitoyenne.Associations.Hub;
using CapaCitoyenne.Associations.Integration;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Pages.Public;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sharing;
using CapaCitoyenne.Sites.Sites;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CapaCitoyenne.Sites.Public;

/// <summary>Makes the answer for a path of a site. What it makes is the same for every reader, and is kept.</summary>
internal sealed class PublicSiteRenderer(
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IPageRepository pages, IPostRepository posts, ICategoryRepository categories, PublicSiteFrame frame, AddressManager formerAddresses,
    SiteAddresses addresses, DocumentRenderer renderer, SiteDocuments documents, RazorViewWriter views, PreviewLinks previews, IAssociationIntegrationService associations,
    Agenda.AgendaPages agenda, IStringLocalizer<SitesResource> localizer, IClock clock,
    IEnumerable<IPublicSiteContent> contents, PageHeadMaker heads, IOptions<OperatorOptions> owner) : ITransientDependency
{
    private const int PostsPerPage = 20;
    private const int MaxFeedEntries = 20;
    private const int MaxSitemapPosts = 500_000;
    private const string Html = "text/html; charset=utf-8";

    /// <summary>No request has this path: the page that says that a page is not there.</summary>
    public const string NotFoundPath = "\0not-found";

    private const string PageSegment = "/page/";
    private const string NewsPagePrefix = Post.Folder + PageSegment;

    private static readonly DocumentRenderOptions ForPage = new(WriterTarget.Web, ShowsFrames: true);

    private string _url = "";
    private Site _site = null!;
    private string _slug = "";
    private LegalNoticeInfo? _association;
    private bool _forMembers;

    public Task<StoredAnswer> RenderAsync(Guid tenantId, string slug, string path) => InSiteAsync(tenantId, slug, site => AnswerAsync(site, path));

    /// <summary>The same path for a member of the space: for that one reader, and kept nowhere.</summary>
    public Task<StoredAnswer> RenderForMemberAsync(Guid tenantId, string slug, string path) => InSiteAsync(tenantId, slug, async site =>
    {
        _forMembers = true;
        return (await AnswerAsync(site, path)) with { IsPrivate = true };
    });

    /// <summary>A code that is not good: too old, used, or another site's.</summary>
    public Task<StoredAnswer> RenderRefusedEntryAsync(Guid tenantId, string slug, string returnPath) => InSiteAsync(tenantId, slug, _ =>
        MembersMessageAsync("Members:RefusedTitle", "Members:RefusedText", returnPath));

    /// <summary>A draft, for whoever has the link.</summary>
    public Task<StoredAnswer> RenderPreviewAsync(Guid tenantId, string slug, string token) => InSiteAsync(tenantId, slug, async _ =>
    {
        _forMembers = true;
        if (previews.Read(tenantId, token) is not { } id) return await NotFoundAsync();
        if (await pages.FindAsync(id) is { } page) return (await PageAsync(page, page.Title, page.Document, PreviewNotice(page))) with { IsPrivate = true };
        return await posts.FindAsync(id) is { } post ? (await PostAsync(post, post.Title, post.Document, PreviewNotice(post))) with { IsPrivate = true } : await NotFoundAsync();
    });

    private string PreviewNotice(Publication draft)
        => localizer[draft.HasChanges ? "PublicSite:PreviewOfChanges" : draft.IsPublished ? "PublicSite:PreviewOfOnline" : "PublicSite:Preview"];

    private async Task<StoredAnswer> InSiteAsync(Guid tenantId, string slug, Func<Site, Task<StoredAnswer>> answer)
    {
        using var tenant = currentTenant.Change(tenantId);
        await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
        _slug = slug;
        var site = (await frame.GetAsync()).Site;
        _url = addresses.GetUrl(slug, site.PrimaryDomain);
        _site = site;
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = SiteDay.CultureOf(site.Language);
        // Nothing is written: completing the unit of work would compare all that was read.
        return await answer(site);
    }

    private async Task<StoredAnswer> AnswerAsync(Site site, string path)
    {
        switch (path)
        {
            case "/":
                return await pages.FindAsync(p => p.Kind == PageKind.Home) is { IsPublished: true } home
                    ? await PageAsync(home, home.PublishedTitle!, home.PublishedDocument!)
                    : await NotOnlineAsync();
            case FeedWriter.AtomPath or FeedWriter.RssPath or FeedWriter.JsonPath:
                return FeedWriter.Write(path, new Feed(await NameAsync(), _url, "", site.Language, await FeedAsync()));
            case SitemapWriter.Path:
                return await SitemapAsync(null);
            case "/robots.txt":
                return Text("text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: {PreviewLinks.Prefix}\nDisallow: {Search.SearchRoute.Path}\nSitemap: {_url}/sitemap.xml\n"));
            case "/.well-known/security.txt":
                return owner.Value.WriteSecurityText(_url, site.Language, clock.Now) is { } note ? Text("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(note)) : StoredAnswer.Missing;
            case Post.Folder:
                return await NewsAsync(1, null);
            case NotFoundPath:
                return await NotFoundAsync();
        }
        foreach (var content in contents)
            if (content.Takes(path)) return await content.MakeAsync(site, _url, path);
        if (path.Length > 1 && path.EndsWith('/'))
        {
            var trimmed = "/" + path.Trim('/');
            // Other systems end their addresses with a slash: one redirect, not two.
            return await FormerAsync(trimmed) ?? StoredAnswer.Redirect(trimmed);
        }
        if (SitemapWriter.NumberOf(path) is { } part) return await SitemapAsync(part);
        if (path.StartsWith(NewsPagePrefix, StringComparison.Ordinal))
            return int.TryParse(path.AsSpan(NewsPagePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? await NewsAsync(number, null) : StoredAnswer.Missing;
        if (path.StartsWith(Category.Folder + "/", StringComparison.Ordinal) && await CategoryAsync(site, path[(Category.Folder.Length + 1)..]) is { } category) return category;
        if (Agenda.AgendaPages.Owns(path) && await agenda.AnswerAsync(site, _url, path) is { } dated) return dated;
        return await FindAsync(path) ?? await FormerAsync(path) ?? StoredAnswer.Missing;
    }

    private async Task<StoredAnswer?> FormerAsync(string path)
        => await formerAddresses.FindPresentPathAsync(path) is { } present ? StoredAnswer.Redirect(present, isFromFormerAddress: true) : null;

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
        if (page.Audience == PageAudience.Members && !_forMembers) return await MembersMessageAsync("Members:Title", "Members:Text", page.Path);
        var document = documents.Read(json);
        var heading = page.Kind == PageKind.Home && await NameAsync() is { Length: > 0 } name ? name : title;
        var model = new PublicPageModel(heading, await renderer.RenderAsync(document, ForPage with { ForMembers = _forMembers }), page.Kind == PageKind.Home, notice);
        var seen = VisitorView.Of(document, Today);
        var description = DocumentInsight.Excerpt(seen);
        var head = notice is null && page.Audience == PageAudience.Public ? await heads.MakeAsync(_site, _url, await FindAssociationAsync(), page, title, description, seen) : null;
        var answer = await ViewAsync(200, "PublicPage", model, page.Path, page.Kind == PageKind.Home ? null : title, description, notice is null, document, head);
        return answer with { DependsOnReader = VisitorView.HasMembersBlocks(document) };
    }

    private async Task<StoredAnswer> PostAsync(Post post, string title, string json, string? notice = null)
    {
        var document = documents.Read(json);
        var (previous, next) = post.IsPublished ? await posts.FindNeighboursAsync(post) : default;
        var day = SiteDay.Of(post.PublishedTime ?? clock.Now);
        var (author, excerpt) = notice is null ? (post.PublishedAuthorName, post.PublishedExcerpt) : (post.AuthorName, post.Excerpt);
        var model = new PublicPostModel(
            title, await renderer.RenderAsync(document, ForPage with { ForMembers = _forMembers }), day, DayText(day), author, excerpt, ToLink(previous), ToLink(next), notice)
        {
            Categories = [.. (await categories.GetNamesAsync([post.Id]))[post.Id].Select(category => new PublicLink(category.Name, Category.Folder + "/" + category.Slug))],
        };
        var seen = VisitorView.Of(document, Today);
        var description = excerpt ?? DocumentInsight.Excerpt(seen);
        var head = notice is null ? await heads.MakeAsync(_site, _url, await FindAssociationAsync(), post, title, description, seen) : null;
        var answer = await ViewAsync(200, "PublicPost", model, post.Path, title, description, notice is null, document, head);
        return answer with { DependsOnReader = VisitorView.HasMembersBlocks(document) };
    }

    private async Task<StoredAnswer> NewsAsync(int number, CategorySummary? category)
    {
        var found = await posts.GetPublishedAsync((number - 1) * PostsPerPage, PostsPerPage + 1, category?.Id);
        if (found.Count == 0) return StoredAnswer.Missing;
        var folder = category is null ? Post.Folder : Category.Folder + "/" + category.Slug;
        var title = category?.Name ?? localizer["PublicSite:News"];
        var items = found.Take(PostsPerPage).Select(post => new PublicNewsItem(
            post.PublishedTitle!, post.Path, SiteDay.Of(post.PublishedTime!.Value), DayText(SiteDay.Of(post.PublishedTime.Value)), Summary(post)));
        var others = (await categories.GetSummariesAsync()).Where(one => one.PublishedCount > 0).Select(one => new PublicLink(one.Name, Category.Folder + "/" + one.Slug)).ToList();
        var model = new PublicNewsModel(
            title, [.. items], number == 1 ? null : NewsPath(folder, number - 1), found.Count > PostsPerPage ? NewsPath(folder, number + 1) : null, others,
            category is null ? null : folder + FeedWriter.AtomPath);
        return await ViewAsync(200, "PublicNews", model, NewsPath(folder, number), title, null);
    }

    /// <summary>The page of a category, its further pages, and its feeds.</summary>
    /// <param name="rest"><c>vie-du-quartier</c>, <c>vie-du-quartier/page/2</c>, <c>vie-du-quartier/feed.atom</c>.</param>
    private async Task<StoredAnswer?> CategoryAsync(Site site, string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (slug, tail) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        if ((await categories.GetSummariesAsync()).Find(category => category.Slug == slug) is not { } found) return null;
        if (tail.StartsWith(PageSegment, StringComparison.Ordinal))
            return int.TryParse(tail.AsSpan(PageSegment.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 1 ? await NewsAsync(number, found) : StoredAnswer.Missing;
        if (tail.Length == 0) return await NewsAsync(1, found);
        return tail is FeedWriter.AtomPath or FeedWriter.RssPath or FeedWriter.JsonPath
            ? FeedWriter.Write(tail, new Feed($"{await NameAsync()} – {found.Name}", _url, Category.Folder + "/" + found.Slug, site.Language, await FeedAsync(found.Id)))
            : StoredAnswer.Missing;
    }

    /// <summary>Says to a visitor, politely, that this is for members, with the way in.</summary>
    private async Task<StoredAnswer> MembersMessageAsync(string title, string text, string path)
    {
        var model = new PublicMessageModel(localizer[title], localizer[text, await NameAsync()], new PublicLink(localizer["Members:SignIn"], MemberAccess.StartUrl(path)));
        return (await ViewAsync(403, "PublicMessage", model, path, model.Title, null, isIndexed: false)) with { DependsOnReader = true, IsPrivate = true };
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

    private async Task<StoredAnswer> ViewAsync(int status, string view, object model, string path, string? title, string? description, bool isIndexed = true, PageDocument? document = null, PageHead? head = null)
    {
        var data = new Dictionary<string, object?> { ["Title"] = title, ["Description"] = description, ["Head"] = head };
        if (isIndexed) data["Canonical"] = _url + path;
        else data["Robots"] = "noindex";
        if (_forMembers && status == 200 && isIndexed) data["IsMember"] = true;
        var html = await views.WriteAsync(view, model, path, data);
        return StoredAnswer.Of(status, Html, Encoding.UTF8.GetBytes(html)) with { FrameSources = document is null ? [] : DocumentInsight.FrameSources(document) };
    }

    private async Task<List<FeedEntry>> FeedAsync(Guid? categoryId = null)
    {
        var entries = new List<FeedEntry>();
        foreach (var post in await posts.GetPublishedAsync(0, MaxFeedEntries, categoryId))
            entries.Add(new FeedEntry(post, await renderer.RenderAsync(documents.Read(post.PublishedDocument!), new(WriterTarget.Feed, _url)), Summary(post)));
        return entries;
    }

    /// <param name="part">From 1; null: the whole, or the list of parts.</param>
    private async Task<StoredAnswer> SitemapAsync(int? part)
    {
        var paths = (await pages.GetSummariesAsync()).Where(page => page.PublishedRevision is not null && page.Audience == PageAudience.Public)
            .Select(page => (page.Path, page.PublishedChangeTime!.Value)).ToList();
        paths.AddRange((await posts.GetPublishedSummariesAsync(MaxSitemapPosts)).Select(post => (Post.Folder + "/" + post.Slug, post.PublishedChangeTime!.Value)));
        paths.AddRange(await agenda.SitemapAsync());
        return SitemapWriter.Write(_url, paths, part) is { } sitemap ? Text("application/xml; charset=utf-8", sitemap) : StoredAnswer.Missing;
    }

    private async Task<LegalNoticeInfo?> FindAssociationAsync() => _association ??= await associations.FindLegalNoticeAsync(currentTenant.Id!.Value);

    private async Task<string> NameAsync() => (await FindAssociationAsync())?.Name ?? "";

    private DateOnly Today => SiteDay.Of(clock.Now);

    private string Summary(Post post) => post.PublishedExcerpt ?? DocumentInsight.Excerpt(VisitorView.Of(documents.Read(post.PublishedDocument!), Today));

    private static StoredAnswer Text(string contentType, byte[] bytes) => StoredAnswer.Of(200, contentType, bytes);

    private static string NewsPath(string folder, int number) => number == 1 ? folder : folder + PageSegment + number.ToString(CultureInfo.InvariantCulture);

    private static string DayText(DateOnly day) => day.ToString(SiteDay.LongFormat, CultureInfo.CurrentCulture);

    private static PublicLink? ToLink(PostSummary? post) => post is null ? null : new PublicLink(post.PublishedTitle!, Post.Folder + "/" + post.Slug);
}
