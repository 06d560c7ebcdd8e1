using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Documents;
using CapaCitoyenne.Sites.Documents.Twin;
using CapaCitoyenne.Sites.Forms;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Imports.Markdown;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Sites;

namespace CapaCitoyenne.Sites.Exports;

/// <summary>
/// The whole site in files that last: a Markdown file a text, drafts beside what is online, pictures, and <c>site.yml</c> for the rest. The import
/// makes the same site of it.
/// </summary>
internal sealed partial class ArchiveExportWriter(SiteContents contents, SiteDocuments documents, IBlobContainer<MediaContainer> blobs, Public.SiteAddresses addresses) : ISiteExportWriter, ITransientDependency
{
    private const string ReadMe = """
        Ce dossier contient tout votre site : les textes en Markdown (pages/, actualites/, agenda/), les formulaires (formulaires/), les images et documents
        (medias/) et site.yml pour le reste (menu, apparence, anciennes adresses). Les réponses et les inscriptions n’y sont pas : elles sont à qui les a données. Tout se lit avec un simple éditeur de texte. Pour le remettre en ligne : Site, Importer.

        """;

    public async Task WriteAsync(Stream file, Func<int, int, Task> progress, CancellationToken cancellationToken)
    {
        var (site, name, slug) = await contents.GetSiteAsync();
        var (pages, posts, media) = (await contents.GetPagesAsync(), await contents.GetPostsAsync(), await contents.GetMediaAsync());
        var manifest = new SiteManifest { Title = name, Url = addresses.GetUrl(slug, site.PrimaryDomain), Language = site.Language, Look = Look(site) };
        var names = new Dictionary<string, string>();
        foreach (var picture in media) names[Urn.Of("media", picture.Id)] = ArchiveNames.Media + MediaPaths.FileName(picture);
        foreach (var page in pages) names[Urn.Of("page", page.Id)] = ArchiveNames.Pages + PageName(page) + ".md";
        foreach (var (id, postSlug) in posts) names[Urn.Of("post", id)] = ArchiveNames.Posts + postSlug + ".md";

        var forms = await contents.GetFormsAsync();
        foreach (var form in forms) names[Urn.Of(Form.UrnScheme, form.Id)] = FormName(form, names.Values);
        var events = await contents.GetEventsAsync();
        foreach (var (id, eventSlug, _) in events) names[Urn.Of(Event.UrnScheme, id)] = ArchiveNames.Events + eventSlug + ".md";

        var (done, total) = (0, pages.Count + posts.Count + media.Count + events.Count);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(zip, ArchiveNames.ReadMe, ReadMe, cancellationToken);
        foreach (var picture in media)
        {
            var urn = Urn.Of("media", picture.Id);
            // Texts keep the URN of what is in no file.
            if (!await AddMediaAsync(zip, manifest, picture, names[urn], cancellationToken)) names.Remove(urn);
            await progress(++done, total);
        }
        foreach (var page in pages)
        {
            await AddTextAsync(zip, manifest, page, names, [], cancellationToken);
            await progress(++done, total);
        }
        var categories = await contents.GetCategoriesAsync();
        var former = (await contents.GetFormerAddressesAsync()).OrderBy(address => address.Path, StringComparer.Ordinal).ToLookup(address => address.PublicationId);
        manifest.Categories.AddRange(categories.Select(category => new SiteManifest.CategoryEntry
        {
            Name = category.Name, Slug = category.Slug, FormerAddresses = [.. former[category.Id].Select(address => address.Path)],
        }));
        await foreach (var (post, categoryNames) in contents.ReadPostsAsync(posts))
        {
            await AddTextAsync(zip, manifest, post, names, categoryNames, cancellationToken);
            await progress(++done, total);
        }
        foreach (var form in forms)
        {
            var path = names[Urn.Of(Form.UrnScheme, form.Id)];
            await AddAsync(zip, path, FormFile.Of(form).Write(), cancellationToken);
            manifest.Forms.Add(new SiteManifest.FileEntry { Id = form.Id.ToString("D"), File = path });
        }
        await foreach (var one in contents.ReadEventsAsync(events.Select(one => one.Id)))
        {
            var path = names[Urn.Of(Event.UrnScheme, one.Id)];
            await AddAsync(zip, path, Linked(EventFile.Of(one).Write(), names), cancellationToken);
            manifest.Events.Add(new SiteManifest.FileEntry { Id = one.Id.ToString("D"), File = path });
            await progress(++done, total);
        }
        manifest.FormerNewsAddresses.AddRange(former[FormerAddress.News].Select(address => address.Path));
        manifest.FormerAddresses.AddRange(manifest.Texts.SelectMany(text => former[Guid.Parse(text.Id)].Select(address => new SiteManifest.FormerAddressEntry { Path = address.Path, Text = text.Id }))
            .OrderBy(address => address.Path, StringComparer.Ordinal));
        manifest.Menu.AddRange((await contents.GetMenuAsync()).Select(item => Entry(item, names)));
        await AddAsync(zip, ArchiveNames.Site, manifest.Write(), cancellationToken);
    }

    private async Task AddTextAsync(ZipArchive zip, SiteManifest manifest, Publication publication, Dictionary<string, string> names, IReadOnlyList<string> categories, CancellationToken cancellationToken)
    {
        var post = publication as Post;
        var file = names[Urn.Of(post is null ? "page" : "post", publication.Id)];
        var entry = new SiteManifest.TextEntry
        {
            Id = publication.Id.ToString("D"), File = file, IsPost = post is not null,
            Published = publication.IsPublished ? publication.PublishedTime : null, WasPublished = publication.IsPublished ? null : publication.PublishedTime,
            Kind = publication is Page { Kind: not PageKind.Standard } page ? page.Kind.ToString() : null,
        };
        await AddAsync(zip, file, Text(publication, publication.PublishedTitle ?? publication.Title, publication.PublishedDocument ?? publication.Document,
            publication.IsPublished ? post?.PublishedAuthorName : post?.AuthorName, publication.IsPublished ? post?.PublishedExcerpt : post?.Excerpt, names, categories), cancellationToken);
        if (publication.HasChanges)
        {
            entry.Draft = file[..^".md".Length] + ArchiveNames.Draft + ".md";
            await AddAsync(zip, entry.Draft, Text(publication, publication.Title, publication.Document, post?.AuthorName, post?.Excerpt, names, categories), cancellationToken);
        }
        manifest.Texts.Add(entry);
    }

    private string Text(Publication publication, string title, string json, string? author, string? excerpt, Dictionary<string, string> names, IReadOnlyList<string> categories)
    {
        var document = documents.Read(json);
        var matter = new JsonObject { ["title"] = title, ["slug"] = publication.Slug };
        if (publication is { IsPublished: true, PublishedTime: { } time }) matter["date"] = Time(time);
        else matter["draft"] = true;
        if (author is not null) matter["author"] = author;
        if (excerpt is not null) matter["excerpt"] = excerpt;
        if (categories.Count > 0) matter["categories"] = new JsonArray([.. categories.Select(category => JsonValue.Create(category))]);
        if (publication is Page { Audience: PageAudience.Members }) matter["audience"] = nameof(PageAudience.Members);
        if (publication.PublishAt is { } publishAt) matter["publishAt"] = Time(publishAt);
        if (publication.UnpublishAt is { } unpublishAt) matter["unpublishAt"] = Time(unpublishAt);
        return Linked(TwinWriter.Write(new PageDocument(document.Lang, document.Blocks, matter)), names);
    }

    /// <summary>Links between files, so that the folder can be read as it is.</summary>
    private static string Linked(string text, Dictionary<string, string> names)
        => Reference().Replace(text, match => names.TryGetValue(match.Value, out var name) ? "../" + name : match.Value);

    private static string FormName(Form form, IReadOnlyCollection<string> taken)
    {
        var slug = Slug.FromTitle(form.Name) is { Length: > 0 } made ? made : Form.UrnScheme;
        for (var number = 1;; number++)
            if (ArchiveNames.Forms + (number == 1 ? slug : Slug.Append(slug, number)) + ".yml" is var name && !taken.Contains(name)) return name;
    }

    /// <returns>False when its bytes are lost.</returns>
    private async Task<bool> AddMediaAsync(ZipArchive zip, SiteManifest manifest, MediaFile media, string name, CancellationToken cancellationToken)
    {
        var entry = new SiteManifest.MediaEntry { Id = media.Id.ToString("D"), File = name, Name = media.FileName, Alt = media.Alt, Caption = media.Caption, Details = Details(media) };
        manifest.Media.Add(entry);
        if (await blobs.GetOrNullAsync(MediaPaths.Original(media.Hash, media.Type), cancellationToken) is not { } content)
        {
            (entry.File, entry.Missing) = ("", true);
            return false;
        }
        await using (content)
        {
            // Pictures are packed already.
            await using var target = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await content.CopyToAsync(target, cancellationToken);
        }
        return true;
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        await using var target = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static SiteManifest.MenuEntry Entry(MenuItem item, Dictionary<string, string> names) => new()
    {
        Title = item.Title, Target = item.Target is null ? null : names.GetValueOrDefault(item.Target, item.Target), Children = [.. item.Children.Select(child => Entry(child, names))],
    };

    private static Dictionary<string, string> Look(Site site)
    {
        var look = new Dictionary<string, string> { ["theme"] = site.Theme };
        if (site.AccentColor is not null) look["accentColor"] = site.AccentColor;
        if (site.HeaderColor is not null) look["headerColor"] = site.HeaderColor;
        if (site.FontPair is not null) look["fontPair"] = site.FontPair;
        if (site.LogoMediaId is { } logo) look["logo"] = logo.ToString("D");
        var statement = site.Accessibility;
        if (statement == AccessibilityStatement.None) return look;
        look[ArchiveNames.Accessibility + "State"] = statement.State.ToString();
        if (statement.AuditDay is { } day) look[ArchiveNames.Accessibility + "AuditDay"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (statement.Auditor is { } auditor) look[ArchiveNames.Accessibility + "Auditor"] = auditor;
        if (statement.Rate is { } rate) look[ArchiveNames.Accessibility + "Rate"] = rate.ToString("0.##", CultureInfo.InvariantCulture);
        if (statement.IsPublicService) look[ArchiveNames.Accessibility + "PublicService"] = "true";
        return look;
    }

    private static string PageName(Page page) => page.Kind == PageKind.Home ? "accueil-du-site" : page.Slug;

    private static Dictionary<string, string> Details(MediaFile media)
    {
        var details = new Dictionary<string, string>();
        if (media.IsDecorative) details["decorative"] = "true";
        if (media.Credit is not null) details["credit"] = media.Credit;
        if (media.ConsentNote is not null) details["consent"] = media.ConsentNote;
        if (media.ConsentUntil is { } until) details["consentUntil"] = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (media.FocusX == MediaConsts.Middle && media.FocusY == MediaConsts.Middle) return details;
        details["focusX"] = media.FocusX.ToString(CultureInfo.InvariantCulture);
        details["focusY"] = media.FocusY.ToString(CultureInfo.InvariantCulture);
        return details;
    }

    [GeneratedRegex("(?:media|page|post|form|event):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, 5000)]
    private static partial Regex Reference();
}
