using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CapaCitoyenne.Sites.Imports.WordPress;

/// <summary>
/// Reads WordPress's export (WXR 1.0 to 1.2) as a stream, one item at a time. A DOCTYPE is refused, nothing is resolved, PHP values are never
/// unserialized. Comments hold addresses of people and are only counted.
/// </summary>
internal static partial class WxrReader
{
    private const string Namespace = "http://wordpress.org/export/";
    private const string FallbackNamespace = Namespace + "1.1/";
    private const int MaxFieldLength = 5_000_000;

    // What a theme or a plugin keeps for itself.
    private static readonly HashSet<string> Technical = new(StringComparer.Ordinal)
    {
        "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_global_styles", "wp_template", "wp_template_part", "wp_font_family", "wp_font_face",
        "acf-field", "acf-field-group", "wpcf7_contact_form", "wpforms", "elementor_library", "mailpoet_page", "shop_order", "shop_coupon", "flamingo_contact", "flamingo_inbound",
    };

    /// <exception cref="BusinessException">ImportFileUnreadable: not well formed, a DOCTYPE, or no WXR.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var text = new XmlCharacterFilter(new StreamReader(stream, await EncodingOfAsync(stream, cancellationToken), detectEncodingFromByteOrderMarks: true));
        var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var xml = XmlReader.Create(text, settings, Context());
        var (site, pictures) = (new Site(), new TextPictures());
        var isWxr = false;
        await foreach (var element in ElementsAsync(xml, cancellationToken))
        {
            if (IsWordPress(element) && element.LocalName == "wxr_version") isWxr = Version().IsMatch(await ValueAsync(element));
            else if (element is { NamespaceURI: "", LocalName: "title" }) site.Title ??= await ValueAsync(element);
            else if (element is { NamespaceURI: "", LocalName: "language" }) site.Language ??= await ValueAsync(element);
            else if (IsWordPress(element) && element.LocalName is "base_blog_url" or "base_site_url") site.SetUrl(element.LocalName, await ValueAsync(element));
            else if (IsWordPress(element) && element.LocalName is "category" && Category(await FieldsAsync(element)) is { } category) yield return category;
            else if (IsWordPress(element) && element.LocalName is "author" && await FieldsAsync(element) is var author)
                site.Authors.TryAdd(author["wp:author_login"] ?? "", author["wp:author_display_name"] ?? "");
            else if (element is { NamespaceURI: "", LocalName: "item" })
            {
                if (!isWxr) throw Unreadable();
                if (!site.IsTold)
                {
                    site.IsTold = true;
                    yield return new SourceItem(SourceKind.Site, "site", site.Title ?? "") { Url = site.Url, Language = site.Language };
                }
                foreach (var item in Items(await FieldsAsync(element), site))
                {
                    pictures.Look(item);
                    yield return item;
                }
            }
        }
        if (!isWxr) throw Unreadable();
        if (!site.IsTold) yield return new SourceItem(SourceKind.Site, "site", site.Title ?? "") { Url = site.Url, Language = site.Language };
        foreach (var picture in pictures.Missing(site.Url)) yield return picture;
    }

    /// <summary>The elements right under <c>channel</c>; each is read, or passed over whole.</summary>
    private static async IAsyncEnumerable<XmlReader> ElementsAsync(XmlReader xml, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync(xml))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.Depth != 2) continue;
            using var element = xml.ReadSubtree();
            await NextAsync(element);
            yield return element;
        }
    }

    private static async Task<bool> NextAsync(XmlReader xml)
    {
        try
        {
            return await xml.ReadAsync();
        }
        catch (XmlException exception)
        {
            throw Unreadable(exception);
        }
    }

    private static BusinessException Unreadable(XmlException? exception = null)
        => new BusinessException(SitesTransferErrorCodes.ImportFileUnreadable, innerException: exception).WithData("Line", exception?.LineNumber ?? 0);

    /// <summary>The text of an element that holds only text.</summary>
    private static async Task<string> ValueAsync(XmlReader element)
    {
        var value = new StringBuilder();
        while (await NextAsync(element))
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && value.Length < MaxFieldLength) value.Append(element.Value);
        return value.ToString().Trim();
    }

    /// <summary>The fields of an item or category. Comments are counted and not kept.</summary>
    private static async Task<Fields> FieldsAsync(XmlReader element)
    {
        var fields = new Fields();
        var parents = new Stack<string>([Name(element)]);
        var value = new StringBuilder();
        var (domain, nicename) = ("", "");
        while (await NextAsync(element))
        {
            switch (element.NodeType)
            {
                case XmlNodeType.Element:
                    value.Clear();
                    var name = Name(element);
                    (domain, nicename) = (element.GetAttribute("domain") ?? "", element.GetAttribute("nicename") ?? "");
                    if (element.IsEmptyElement) break;
                    parents.Push(name);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (value.Length < MaxFieldLength) value.Append(element.Value);
                    break;
                case XmlNodeType.EndElement:
                    fields.Add(parents.Pop(), parents.FirstOrDefault(), value.ToString(), domain, nicename);
                    value.Clear();
                    break;
                default:
                    break;
            }
        }
        return fields;
    }

    private static string Name(XmlReader element) => element.NamespaceURI switch
    {
        "" => element.LocalName,
        var ns when ns.StartsWith(Namespace, StringComparison.Ordinal) && ns.EndsWith("excerpt/", StringComparison.Ordinal) => "excerpt:" + element.LocalName,
        var ns when ns.StartsWith(Namespace, StringComparison.Ordinal) => "wp:" + element.LocalName,
        "http://purl.org/rss/1.0/modules/content/" => "content:" + element.LocalName,
        "http://purl.org/dc/elements/1.1/" => "dc:" + element.LocalName,
        _ => "other:" + element.LocalName,
    };

    private static bool IsWordPress(XmlReader element) => element.NamespaceURI.StartsWith(Namespace, StringComparison.Ordinal);

    private static SourceItem? Category(Fields fields)
        => fields["wp:category_nicename"] is { Length: > 0 } slug ? new SourceItem(SourceKind.Category, "category:" + slug, Decode(fields["wp:cat_name"] ?? slug)) { Slug = slug } : null;

    private static IEnumerable<SourceItem> Items(Fields fields, Site site)
    {
        var type = fields["wp:post_type"] ?? "post";
        var key = fields["wp:post_id"] is { Length: > 0 } id && id != "0" ? id : (fields["guid"] ?? "") + "|" + fields["title"] + "|" + fields["wp:post_date"];
        var title = Title(fields);
        switch (type)
        {
            case "attachment":
                yield return Attachment(fields, key, title);
                yield break;
            case "nav_menu_item":
                if (MenuEntry(fields, key) is { } entry) yield return entry;
                yield break;
            case "wp_block":
                yield return new SourceItem(SourceKind.Pattern, key, title) { Body = fields["content:encoded"] };
                yield break;
            case "wp_navigation":
                foreach (var item in NavigationBlocks.Read(fields["content:encoded"] ?? "", key)) yield return item;
                yield break;
        }
        foreach (var term in Categories(fields)) yield return new SourceItem(SourceKind.Category, "category:" + term.Slug, Decode(term.Name)) { Slug = term.Slug };
        if (fields.Comments > 0) yield return new SourceItem(SourceKind.Other, "comments:" + key, title) { Reason = "Comments", Count = fields.Comments };
        if (Technical.Contains(type) || fields["wp:status"] is "trash" or "auto-draft" or "inherit")
            yield return new SourceItem(SourceKind.Other, key, title.Length > 0 ? title : type) { Reason = fields["wp:status"] == "trash" ? "Trash" : "Technical", Body = type };
        else if (type is not ("post" or "page") && string.IsNullOrWhiteSpace(fields["content:encoded"]))
            yield return new SourceItem(SourceKind.Other, key, title.Length > 0 ? title : type) { Reason = "Technical", Body = type };
        else
            yield return Publication(fields, key, type, title, site);
    }

    private static SourceItem Publication(Fields fields, string key, string type, string title, Site site)
    {
        var former = new List<string>();
        if (SourcePaths.Of(fields["link"]) is { } path) former.Add(path);
        foreach (var slug in fields.Meta("_wp_old_slug").Where(slug => slug.Length > 0))
            if (former.Count > 0) former.Add(former[0][..(former[0].LastIndexOf('/') + 1)] + WebUtility.UrlDecode(slug));
        return new SourceItem(type == "post" ? SourceKind.Post : SourceKind.Page, key, title)
        {
            Slug = WebUtility.UrlDecode(fields["wp:post_name"] ?? ""),
            ParentKey = fields["wp:post_parent"] is { Length: > 0 } parent && parent != "0" ? parent : null,
            Status = type is not ("post" or "page") ? SourceStatus.Draft : fields["wp:status"] switch
            {
                "publish" when string.IsNullOrEmpty(fields["wp:post_password"]) => SourceStatus.Published,
                "publish" or "private" => SourceStatus.Private,
                "future" => SourceStatus.Scheduled,
                _ => SourceStatus.Draft,
            },
            Date = Date(fields["wp:post_date_gmt"]) ?? Date(fields["wp:post_date"]) ?? (DateTimeOffset.TryParse(fields["pubDate"], CultureInfo.InvariantCulture, out var published) && published.Year > 1990 ? published.UtcDateTime : null),
            // A login is nobody's name.
            Author = site.Authors.GetValueOrDefault(fields["dc:creator"] ?? ""),
            Excerpt = fields["excerpt:encoded"],
            Format = SourceFormat.WordPress,
            Body = fields["content:encoded"],
            Categories = [.. Categories(fields).Select(term => "category:" + term.Slug)],
            Tags = [.. fields.Terms.Where(term => term.Domain == "post_tag").Select(term => Decode(term.Name))],
            FeaturedKey = fields.Meta("_thumbnail_id").FirstOrDefault(),
            FormerPaths = [.. former.Distinct().Where(p => p.Length > 1)],
            Order = int.TryParse(fields["wp:menu_order"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : 0,
            Reason = type is "post" or "page" ? null : "Type:" + type,
            // The page that the old site showed at its root is the home page.
            Own = type == "page" && Uri.TryCreate(fields["link"], UriKind.Absolute, out var link) && link is { AbsolutePath: "/", Query: "" } && link.ToString().TrimEnd('/') == site.Url ? new() { ["kind"] = "Home" } : [],
        };
    }

    /// <summary>WordPress's own word for "none" is no category.</summary>
    private static IEnumerable<(string Domain, string Slug, string Name)> Categories(Fields fields)
        => fields.Terms.Where(term => term.Domain == "category" && term.Slug is not ("uncategorized" or "non-classe"));

    private static SourceItem Attachment(Fields fields, string key, string title)
    {
        var address = fields["wp:attachment_url"] is { Length: > 0 } url ? url : fields["guid"];
        return new SourceItem(SourceKind.Media, key, title)
        {
            Url = address, Alt = fields.Meta("_wp_attachment_image_alt").FirstOrDefault(), Caption = fields["excerpt:encoded"],
            FormerPaths = SourcePaths.Of(address) is { } path ? [path] : [],
        };
    }

    private static SourceItem? MenuEntry(Fields fields, string key)
    {
        string? Meta(string name) => fields.Meta("_menu_item_" + name).FirstOrDefault();
        return new SourceItem(SourceKind.MenuItem, key, Title(fields))
        {
            ParentKey = Meta("menu_item_parent") is { Length: > 0 } parent && parent != "0" ? parent : null,
            TargetKey = Meta("type") switch { "post_type" => Meta("object_id"), "taxonomy" => "taxonomy:" + Meta("object_id"), _ => null },
            Url = Meta("url"),
            Slug = fields.Terms.FirstOrDefault(term => term.Domain == "nav_menu").Slug,
            Order = int.TryParse(fields["wp:menu_order"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var order) ? order : 0,
        };
    }

    private static string Title(Fields fields) => Decode(fields["title"] ?? "").Trim();

    /// <summary>Titles are HTML in some exports.</summary>
    private static string Decode(string text) => Tag().Replace(WebUtility.HtmlDecode(text), "");

    private static DateTime? Date(string? text)
        => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) && date.Year > 1990 ? date : null;

    private static XmlParserContext Context()
    {
        var names = new XmlNamespaceManager(new NameTable());
        // Some exports use the prefixes without saying what they are.
        names.AddNamespace("wp", FallbackNamespace);
        names.AddNamespace("excerpt", FallbackNamespace + "excerpt/");
        names.AddNamespace("content", "http://purl.org/rss/1.0/modules/content/");
        names.AddNamespace("dc", "http://purl.org/dc/elements/1.1/");
        names.AddNamespace("wfw", "http://wellformedweb.org/CommentAPI/");
        return new XmlParserContext(null, names, null, XmlSpace.None);
    }

    private static async Task<Encoding> EncodingOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[256];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var match = Declared().Match(Encoding.Latin1.GetString(head, 0, read));
        return match.Success && match.Groups["name"].Value.ToUpperInvariant() is "ISO-8859-1" or "ISO-8859-15" or "WINDOWS-1252" or "LATIN1" ? Encoding.Latin1 : Encoding.UTF8;
    }

    private sealed class Site
    {
        public string? Title { get; set; }
        public string? Language { get; set; }
        public string? Url { get; private set; }
        public bool IsTold { get; set; }

        /// <summary>Names by login.</summary>
        public Dictionary<string, string> Authors { get; } = [];

        // The blog's own address comes second and is the better one.
        public void SetUrl(string name, string value) => Url = name == "base_blog_url" || Url is null ? value.TrimEnd('/') : Url;

    }

    [GeneratedRegex(@"\A\d+\.\d+\z", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("<[^<>]{1,200}>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("encoding=[\"'](?<name>[A-Za-z0-9_-]+)[\"']", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();
}
