using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Localization;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Public;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// The public pages as files with relative links, which open from a folder without any server: the pages that the site shows are asked for one
/// after the other, following their links, with their pictures, style sheet and fonts.
/// </summary>
internal sealed partial class StaticExportWriter(
    SiteContents contents, IServiceScopeFactory scopes, StyleSheets styleSheets, IBlobContainer<MediaContainer> blobs, SiteAddresses addresses, IWebHostEnvironment environment,
    IStringLocalizer<SitesResource> localizer, ICurrentTenant currentTenant) : ISiteExportWriter, ITransientDependency
{
    private const int MaxFiles = 50_000;
    private static readonly string[] First = ["/", FeedWriter.AtomPath, FeedWriter.RssPath, FeedWriter.JsonPath, "/sitemap.xml"];

    public async Task WriteAsync(Stream file, Func<int, int, Task> progress, CancellationToken cancellationToken)
    {
        var (site, _, slug) = await contents.GetSiteAsync();
        var crawl = new Crawl(currentTenant.Id!.Value, slug, addresses.GetUrl(slug, site.PrimaryDomain));
        foreach (var path in First) crawl.Find(path);
        foreach (var page in await contents.GetPagesAsync())
            if (page is { IsPublished: true, Audience: Pages.PageAudience.Public }) crawl.Find(page.Path);
        foreach (var (_, postSlug) in await contents.GetPostsAsync()) crawl.Find(Posts.Post.Folder + "/" + postSlug);
        // Also those that are over, which no list may show any more.
        var events = (await contents.GetEventsAsync()).FindAll(one => one.IsPublished);
        if (events.Count > 0) crawl.Find(AgendaPages.CalendarPath);
        foreach (var (_, eventSlug, _) in events) crawl.Find(Event.Folder + "/" + eventSlug);

        await using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        var done = 0;
        while (crawl.Next() is { } path && done < MaxFiles)
        {
            await AddAsync(zip, crawl, path, cancellationToken);
            await progress(++done, crawl.Count);
        }
    }

    private async Task AddAsync(ZipArchive zip, Crawl crawl, string path, CancellationToken cancellationToken)
    {
        if (await OpenAsync(crawl, path, cancellationToken) is not { } found) return;
        await using var content = found.Content;
        await using var target = await zip.CreateEntry(crawl.FileOf(path), found.IsPacked ? CompressionLevel.NoCompression : CompressionLevel.Optimal).OpenAsync(cancellationToken);
        if (found.Type.StartsWith("text/html", StringComparison.Ordinal)) await target.WriteAsync(Encoding.UTF8.GetBytes(await RewriteAsync(crawl, path, content, cancellationToken)), cancellationToken);
        else if (found.Type.StartsWith("text/css", StringComparison.Ordinal)) await target.WriteAsync(Encoding.UTF8.GetBytes(await RewriteSheetAsync(crawl, path, content, cancellationToken)), cancellationToken);
        else await content.CopyToAsync(target, cancellationToken);
    }

    /// <summary>What the site answers; null when it would not be 200.</summary>
    private async Task<(Stream Content, string Type, bool IsPacked)?> OpenAsync(Crawl crawl, string path, CancellationToken cancellationToken)
    {
        if (styleSheets.Find(path) is { } sheet) return (new MemoryStream(sheet.Plain), sheet.ContentType, false);
        if (MediaPaths.Parse(path) is { } media)
            return media.TenantId == crawl.TenantId && await blobs.GetOrNullAsync(media.BlobName, cancellationToken) is { } blob ? (blob, media.Type.ContentType, true) : null;
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (path.StartsWith("/fonts/", StringComparison.Ordinal)) return file is { Exists: true, IsDirectory: false } ? (file.CreateReadStream(), "font", true) : null;
        await using var scope = scopes.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<PublicSiteRenderer>().RenderAsync(crawl.TenantId, crawl.Slug, path);
        return answer.Status == 200 && !answer.IsPrivate ? (new MemoryStream(answer.Plain), answer.ContentType, false) : null;
    }

    private async Task<string> RewriteAsync(Crawl crawl, string path, Stream content, CancellationToken cancellationToken)
    {
        var document = await new HtmlParser().ParseDocumentAsync(content, cancellationToken);
        // Only a server could answer these.
        foreach (var form in document.QuerySelectorAll("form").ToList()) ReplaceForm(form, crawl, path);
        foreach (var hint in document.QuerySelectorAll("link[rel=preload],link[rel=preconnect],link[rel=modulepreload]").ToList()) hint.Remove();
        foreach (var (selector, attribute) in new[] { ("a[href]", "href"), ("area[href]", "href"), ("link[href]:not([rel=canonical])", "href"), ("[src]", "src"), ("[poster]", "poster") })
        {
            foreach (var element in document.QuerySelectorAll(selector))
                element.SetAttribute(attribute, await RelativeAsync(crawl, path, element.GetAttribute(attribute)!, cancellationToken));
        }
        foreach (var element in document.QuerySelectorAll("[srcset]"))
        {
            var sizes = element.GetAttribute("srcset")!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(size => size.Split(' ', 2)).ToList();
            for (var i = 0; i < sizes.Count; i++) sizes[i][0] = await RelativeAsync(crawl, path, sizes[i][0], cancellationToken);
            element.SetAttribute("srcset", string.Join(", ", sizes.Select(size => string.Join(' ', size))));
        }
        return document.ToHtml();
    }

    private async Task<string> RewriteSheetAsync(Crawl crawl, string path, Stream content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        var css = await reader.ReadToEndAsync(cancellationToken);
        var found = SheetAddress().Matches(css).Select(match => match.Groups["address"].Value).Distinct().ToList();
        var relative = new Dictionary<string, string>();
        foreach (var address in found) relative[address] = await RelativeAsync(crawl, path, address, cancellationToken);
        return SheetAddress().Replace(css, match => "url(" + relative[match.Groups["address"].Value] + ")");
    }

    /// <summary>A link that works from a folder; to what is not in the archive, the address on the web.</summary>
    private async Task<string> RelativeAsync(Crawl crawl, string from, string address, CancellationToken cancellationToken)
    {
        if (crawl.PathOf(address) is not { } path) return address;
        var rest = address.IndexOfAny(['#', '?']) is >= 0 and var at ? address[at..] : "";
        if (!crawl.IsKnown(path))
        {
            if (await OpenAsync(crawl, path, cancellationToken) is not { } found) return crawl.Url + path + rest;
            await found.Content.DisposeAsync();
            crawl.Find(path);
        }
        var fragment = rest.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? rest[hash..] : "";
        return string.Concat(Enumerable.Repeat("../", crawl.FileOf(from).Count(c => c == '/'))) + crawl.FileOf(path) + fragment;
    }

    private void ReplaceForm(IElement form, Crawl crawl, string path)
    {
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            form.Remove();
            return;
        }
        var paragraph = form.Owner!.CreateElement("p");
        var link = form.Owner!.CreateElement("a");
        link.SetAttribute("href", crawl.Url + path);
        link.TextContent = localizer["StaticExport:Form"];
        paragraph.AppendChild(link);
        form.Replace(paragraph);
    }

    [GeneratedRegex("url\\([\"']?(?<address>/[^\"')]+)[\"']?\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SheetAddress();

    /// <summary>Paths that were found, each once, in the order in which they were found.</summary>
    private sealed class Crawl(Guid tenantId, string slug, string url)
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly Queue<string> _waiting = new();

        public Guid TenantId => tenantId;
        public string Slug => slug;
        public string Url => url;
        public int Count => _known.Count;

        public void Find(string path)
        {
            if (_known.Add(path)) _waiting.Enqueue(path);
        }

        public bool IsKnown(string path) => _known.Contains(path);

        public string? Next() => _waiting.TryDequeue(out var path) ? path : null;

        /// <summary>The path of an address on this site; null for all others.</summary>
        public string? PathOf(string address)
        {
            if (address.StartsWith(url + "/", StringComparison.Ordinal)) address = address[url.Length..];
            else if (address == url) address = "/";
            if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)) return null;
            return address.Split('#', '?')[0];
        }

        public string FileOf(string path)
        {
            if (path == "/") return "index.html";
            var name = path.TrimStart('/').Replace("media/" + tenantId.ToString("N") + "/", "medias/", StringComparison.Ordinal);
            return Path.HasExtension(name) ? name : name.TrimEnd('/') + ".html";
        }
    }
}
