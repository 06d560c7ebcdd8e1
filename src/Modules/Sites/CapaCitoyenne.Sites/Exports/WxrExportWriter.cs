using System.Globalization;
using System.Text;
using System.Xml;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Writers;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// WXR 1.2, as WordPress's own importer reads it: pages, news, pictures (by address) and menu, texts as its blocks. The workspace lists what is
/// not in it.
/// </summary>
internal sealed class WxrExportWriter(SiteContents contents, DocumentRenderer renderer, SiteDocuments documents, Public.SiteAddresses addresses, IClock clock) : ISiteExportWriter, ITransientDependency
{
    private const string Wp = "http://wordpress.org/export/1.2/";
    private const string ExcerptNs = Wp + "excerpt/";
    private const string ContentNs = "http://purl.org/rss/1.0/modules/content/";
    private const string Dc = "http://purl.org/dc/elements/1.1/";

    /// <summary>Signs what nobody signed, under the name of the association.</summary>
    private const string Login = "site";

    public async Task WriteAsync(Stream file, Func<int, int, Task> progress, CancellationToken cancellationToken)
    {
        var (site, name, slug) = await contents.GetSiteAsync();
        var url = addresses.GetUrl(slug, site.PrimaryDomain);
        var (pages, posts, media) = (await contents.GetPagesAsync(), await contents.GetPostsAsync(), await contents.GetMediaAsync());
        var numbers = new Dictionary<Guid, int>();
        foreach (var id in pages.Select(page => page.Id).Concat(posts.Select(post => post.Id)).Concat(media.Select(picture => picture.Id))) numbers[id] = numbers.Count + 1;
        var (done, total) = (0, numbers.Count);

        await using var xml = XmlWriter.Create(file, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true, CloseOutput = false });
        var logins = (await contents.GetAuthorsAsync()).Index().ToDictionary(author => author.Item, author => "auteur-" + Text(author.Index + 1));
        await BeginAsync(xml, name, url, site.Language, logins);
        var former = (await contents.GetFormerAddressesAsync()).ToLookup(address => address.PublicationId, address => address.Path[(address.Path.LastIndexOf('/') + 1)..]);
        foreach (var category in await contents.GetCategoriesAsync()) await CategoryAsync(xml, category);
        foreach (var page in pages)
        {
            await PublicationAsync(xml, page, numbers[page.Id], url, [], Login, former[page.Id]);
            await progress(++done, total);
        }
        await foreach (var (post, names) in contents.ReadPostsAsync(posts))
        {
            await PublicationAsync(xml, post, numbers[post.Id], url, names, logins.GetValueOrDefault((post.IsPublished ? post.PublishedAuthorName : post.AuthorName) ?? "", Login), former[post.Id]);
            await progress(++done, total);
        }
        foreach (var picture in media)
        {
            await MediaAsync(xml, picture, numbers[picture.Id], url);
            await progress(++done, total);
        }
        await MenuAsync(xml, await contents.GetMenuAsync(), numbers, url);
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static async Task BeginAsync(XmlWriter xml, string name, string url, string language, Dictionary<string, string> logins)
    {
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        foreach (var (prefix, ns) in new[] { ("excerpt", ExcerptNs), ("content", ContentNs), ("dc", Dc), ("wp", Wp) }) await xml.WriteAttributeStringAsync("xmlns", prefix, null, ns);
        await xml.WriteStartElementAsync(null, "channel", null);
        await TextAsync(xml, null, "title", name);
        await TextAsync(xml, null, "link", url);
        await TextAsync(xml, null, "description", "");
        await TextAsync(xml, null, "language", language);
        await TextAsync(xml, Wp, "wxr_version", "1.2");
        await TextAsync(xml, Wp, "base_site_url", url);
        await TextAsync(xml, Wp, "base_blog_url", url);
        foreach (var (number, (author, login)) in logins.Prepend(new(name, Login)).Index())
        {
            await xml.WriteStartElementAsync("wp", "author", Wp);
            await TextAsync(xml, Wp, "author_id", Text(number + 1));
            await TextAsync(xml, Wp, "author_login", login);
            await TextAsync(xml, Wp, "author_email", "");
            await TextAsync(xml, Wp, "author_display_name", author);
            await xml.WriteEndElementAsync();
        }
        await xml.WriteStartElementAsync("wp", "term", Wp);
        await TextAsync(xml, Wp, "term_id", "1");
        await TextAsync(xml, Wp, "term_taxonomy", "nav_menu");
        await TextAsync(xml, Wp, "term_slug", "menu");
        await TextAsync(xml, Wp, "term_name", "Menu");
        await xml.WriteEndElementAsync();
    }

    private async Task PublicationAsync(XmlWriter xml, Publication publication, int number, string url, IReadOnlyList<string> categories, string login, IEnumerable<string> formerSlugs)
    {
        var post = publication as Post;
        // Lists that the site keeps by itself would stand still there.
        var document = documents.Read(publication.PublishedDocument ?? publication.Document).Only(block => block.Type is not (BlockTypes.News or BlockTypes.Agenda));
        var html = await contents.InAsync(() => renderer.RenderAsync(document, new DocumentRenderOptions(WriterTarget.Feed, url, ForMembers: IsForMembers(publication))));
        var (status, date) = StatusOf(publication);
        await BeginItemAsync(xml, publication.PublishedTitle ?? publication.Title, url + publication.Path, publication.Id, date, login);
        await TextAsync(xml, ContentNs, "encoded", WordPressMarkup.Write(html));
        await TextAsync(xml, ExcerptNs, "encoded", (publication.IsPublished ? post?.PublishedExcerpt : post?.Excerpt) ?? "");
        foreach (var category in categories) await TermAsync(xml, "category", Addresses.Slug.FromTitle(category), category);
        // A home page has no slug here and needs one there.
        var slug = publication.Slug.Length == 0 ? "accueil" : publication.Slug;
        await BeginMetaAsync(xml, number, date, slug, status, 0, post is null ? "page" : "post");
        foreach (var former in formerSlugs.Where(former => former.Length > 0 && former != slug).Distinct()) await MetaAsync(xml, "_wp_old_slug", former);
        await xml.WriteEndElementAsync();
    }

    private static bool IsForMembers(Publication publication) => publication is Page { Audience: PageAudience.Members };

    /// <summary>WordPress shows private pages to its own team alone. It has none for a later day: such a page of the members waits as a draft.</summary>
    private (string Status, DateTime Date) StatusOf(Publication publication) => publication switch
    {
        { IsPublished: true, PublishedTime: { } since } => (IsForMembers(publication) ? "private" : "publish", since),
        { PublishAt: { } at, ScheduleProblem: null } when at > clock.Now && !IsForMembers(publication) => ("future", at),
        _ => ("draft", publication.PublishedTime ?? publication.LastSavedTime),
    };

    private async Task MediaAsync(XmlWriter xml, MediaFile media, int number, string url)
    {
        var address = url + media.ToResolved().Url;
        await BeginItemAsync(xml, Path.GetFileNameWithoutExtension(media.FileName), address, media.Id, media.CreationTime, Login);
        // Its description there, which a caption is not.
        await TextAsync(xml, ContentNs, "encoded", media.Credit ?? "");
        await TextAsync(xml, ExcerptNs, "encoded", media.Caption ?? "");
        await BeginMetaAsync(xml, number, media.CreationTime, "media-" + media.Hash[..12], "inherit", 0, "attachment");
        await TextAsync(xml, Wp, "attachment_url", address);
        if (media.Alt is not null) await MetaAsync(xml, "_wp_attachment_image_alt", media.Alt);
        await xml.WriteEndElementAsync();
    }

    /// <summary>Entries after each other, the inner ones naming the one they stand under.</summary>
    private async Task MenuAsync(XmlWriter xml, IReadOnlyList<MenuItem> items, Dictionary<Guid, int> numbers, string url)
    {
        var events = new Dictionary<Guid, Event>();
        var wanted = items.SelectMany(item => item.Children.Prepend(item)).Select(item => item.Target).OfType<string>().Where(target => Urn.SchemeOf(target) == Event.UrnScheme);
        await foreach (var one in contents.ReadEventsAsync(wanted.Select(Urn.IdOf).OfType<Guid>().Distinct())) events[one.Id] = one;
        var (number, order) = (numbers.Count, 0);
        foreach (var item in items)
        {
            var parent = await EntryAsync(item, 0);
            foreach (var child in item.Children) await EntryAsync(child, parent);
        }

        // What leads to nothing any more is left out; what stands under it moves up.
        async Task<int> EntryAsync(MenuItem item, int parent)
        {
            Guid? id = item.Target is null or MenuConsts.News or MenuConsts.Agenda ? null : Urn.IdOf(item.Target);
            var (target, one) = id is { } known ? (numbers.GetValueOrDefault(known), events.GetValueOrDefault(known)) : (0, null);
            if (id is not null && target == 0 && one is not { IsPublished: true }) return 0;
            await MenuEntryAsync(xml, item, item.Title ?? one?.Title ?? "", ++number, parent, ++order, target, one is null ? AddressOf(item.Target, url) : url + one.Path);
            return number;
        }
    }

    private static string AddressOf(string? target, string url) => target switch
    {
        null => "#",
        MenuConsts.News => url + Post.Folder,
        MenuConsts.Agenda => url + Event.Folder,
        ['/', ..] path => url + path,
        _ => target,
    };

    /// <param name="target">The number of the page or post that it leads to; 0: it leads to the address.</param>
    private async Task MenuEntryAsync(XmlWriter xml, MenuItem item, string title, int number, int parent, int order, int target, string address)
    {
        await BeginItemAsync(xml, title, "", Guid.Empty, clock.Now, Login);
        await TermAsync(xml, "nav_menu", "menu", "Menu");
        await BeginMetaAsync(xml, number, clock.Now, "menu-" + Text(number), "publish", order, "nav_menu_item");
        foreach (var (key, value) in new[]
        {
            ("_menu_item_type", target > 0 ? "post_type" : "custom"), ("_menu_item_menu_item_parent", Text(parent)), ("_menu_item_object_id", Text(target > 0 ? target : number)),
            ("_menu_item_object", target > 0 ? item.Target!.StartsWith("post:", StringComparison.Ordinal) ? "post" : "page" : "custom"), ("_menu_item_url", target > 0 ? "" : address),
        }) await MetaAsync(xml, key, value);
        await xml.WriteEndElementAsync();
    }

    private static async Task CategoryAsync(XmlWriter xml, CategorySummary category)
    {
        await xml.WriteStartElementAsync("wp", "category", Wp);
        await TextAsync(xml, Wp, "category_nicename", category.Slug);
        await TextAsync(xml, Wp, "category_parent", "");
        await TextAsync(xml, Wp, "cat_name", category.Name);
        await xml.WriteEndElementAsync();
    }

    private static async Task TermAsync(XmlWriter xml, string domain, string slug, string name)
    {
        await xml.WriteStartElementAsync(null, "category", null);
        await xml.WriteAttributeStringAsync(null, "domain", null, domain);
        await xml.WriteAttributeStringAsync(null, "nicename", null, slug);
        await xml.WriteStringAsync(name);
        await xml.WriteEndElementAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task BeginItemAsync(XmlWriter xml, string title, string link, Guid id, DateTime date, string login)
    {
        await xml.WriteStartElementAsync(null, "item", null);
        await TextAsync(xml, null, "title", title);
        await TextAsync(xml, null, "link", link);
        await TextAsync(xml, null, "pubDate", date.ToString("R", CultureInfo.InvariantCulture));
        await TextAsync(xml, Dc, "creator", login);
        await xml.WriteStartElementAsync(null, "guid", null);
        await xml.WriteAttributeStringAsync(null, "isPermaLink", null, "false");
        await xml.WriteStringAsync(id == Guid.Empty ? "" : "urn:uuid:" + id.ToString("D"));
        await xml.WriteEndElementAsync();
    }

    private static async Task BeginMetaAsync(XmlWriter xml, int number, DateTime date, string slug, string status, int order, string type)
    {
        const string format = "yyyy-MM-dd HH:mm:ss";
        var (utc, day) = (date.ToString(format, CultureInfo.InvariantCulture), SiteDay.ToOffset(date).ToString(format, CultureInfo.InvariantCulture));
        foreach (var (name, value) in new[]
        {
            ("post_id", Text(number)), ("post_date", day), ("post_date_gmt", utc), ("post_modified", day), ("post_modified_gmt", utc), ("comment_status", "closed"), ("ping_status", "closed"),
            ("post_name", slug), ("status", status), ("post_parent", "0"), ("menu_order", Text(order)), ("post_type", type), ("post_password", ""), ("is_sticky", "0"),
        }) await TextAsync(xml, Wp, name, value);
    }

    private static async Task MetaAsync(XmlWriter xml, string key, string value)
    {
        await xml.WriteStartElementAsync("wp", "postmeta", Wp);
        await TextAsync(xml, Wp, "meta_key", key);
        await TextAsync(xml, Wp, "meta_value", value);
        await xml.WriteEndElementAsync();
    }

    /// <summary>Escaped as text: a CDATA section would have to be cut where it ends too early, and readers treat both alike.</summary>
    private static async Task TextAsync(XmlWriter xml, string? ns, string name, string text)
    {
        await xml.WriteStartElementAsync(null, name, ns);
        await xml.WriteStringAsync(text.All(IsXml) ? text : new string([.. text.Where(IsXml)]));
        await xml.WriteEndElementAsync();
    }

    private static bool IsXml(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
