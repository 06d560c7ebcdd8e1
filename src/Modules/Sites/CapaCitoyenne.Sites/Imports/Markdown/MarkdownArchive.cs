using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Twin;

namespace CapaCitoyenne.Sites.Imports.Markdown;

/// <summary>An archive of Markdown files with front matter and pictures beside them, as static site makers have it; our own export among them.</summary>
internal sealed partial class MarkdownArchive(SafeArchive archive) : SourceFile
{
    private const int MaxTextBytes = 1024 * 1024;
    private const int MaxManifestBytes = 16 * 1024 * 1024;

    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic", ".pdf", ".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".mp3", ".mp4", ".vtt", ".gpx",
    };

    private static readonly string[] PostFolders = ["_posts", "posts", "post", "blog", "news", "articles", "actualites"];
    private static readonly TwinReader Twin = new(BlockCatalog.BuiltIn);

    public override async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (archive.Has(ArchiveNames.Site))
        {
            await foreach (var item in OwnAsync(cancellationToken)) yield return item;
            yield break;
        }
        yield return new SourceItem(SourceKind.Site, "site", "");
        foreach (var name in archive.Names)
        {
            var extension = Path.GetExtension(name);
            if (Path.GetFileName(name).StartsWith('.')) continue;
            if (Files.Contains(extension)) yield return new SourceItem(SourceKind.Media, name, Path.GetFileName(name)) { Entry = name };
            else if (extension.ToUpperInvariant() is not (".MD" or ".MARKDOWN")) yield return new SourceItem(SourceKind.Other, name, name) { Reason = "File" };
            else if (await TextAsync(name, cancellationToken) is not { } text) yield return new SourceItem(SourceKind.Other, name, name) { Reason = "TooLong" };
            else
            {
                var item = Publication(name, text);
                foreach (var category in item.Categories) yield return new SourceItem(SourceKind.Category, category, category);
                yield return item;
            }
        }
    }

    public override Task<byte[]?> ReadEntryAsync(string name, int maxBytes, CancellationToken cancellationToken) => archive.ReadAsync(name, maxBytes, cancellationToken);

    public override ValueTask DisposeAsync()
    {
        archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> TextAsync(string name, CancellationToken cancellationToken)
        => await archive.ReadAsync(name, MaxTextBytes, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : null;

    private static SourceItem Publication(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var matter = Twin.Read(text).Extra;
        var file = FileName().Match(Path.GetFileNameWithoutExtension(name));
        var body = matter.Count > 0 && text.StartsWith("---\n", StringComparison.Ordinal) ? text[(text.IndexOf("\n---\n", 3, StringComparison.Ordinal) + 5)..] : text;
        var title = Word(matter, "title");
        if (title is null && Heading().Match(body) is { Success: true } heading)
        {
            title = heading.Groups["title"].Value.Trim();
            body = body[(heading.Index + heading.Length)..];
        }
        var date = Date(Word(matter, "date") ?? Word(matter, "published") ?? (file.Groups["date"].Success ? file.Groups["date"].Value : null));
        var kind = Word(matter, "type") ?? Word(matter, "layout");
        var isPost = kind == "post" || (kind != "page" && (date is not null || name.Split('/').SkipLast(1).Any(folder => PostFolders.Contains(folder, StringComparer.OrdinalIgnoreCase))));
        return new SourceItem(isPost ? SourceKind.Post : SourceKind.Page, name + "|" + title, title ?? file.Groups["name"].Value.Replace('-', ' '))
        {
            Slug = Word(matter, "slug") ?? Addresses.Slug.FromTitle(title is null || file.Groups["date"].Success ? file.Groups["name"].Value : title),
            Status = Word(matter, "draft") == "true" || Word(matter, "published") == "false" || Word(matter, "status") == "draft" ? SourceStatus.Draft : SourceStatus.Published,
            Date = date,
            Author = Word(matter, "author"),
            Excerpt = Word(matter, "excerpt") ?? Word(matter, "description") ?? Word(matter, "summary"),
            Format = SourceFormat.Markdown,
            Body = body,
            Categories = Words(matter, "categories", "category"),
            Tags = Words(matter, "tags"),
            Entry = name,
            FormerPaths = [.. new[] { Word(matter, "permalink"), Word(matter, "url") }.Concat(Words(matter, "aliases", "redirect_from")).Select(SourcePaths.Of).OfType<string>().Distinct()],
            Order = int.TryParse(Word(matter, "order") ?? Word(matter, "weight"), CultureInfo.InvariantCulture, out var order) ? order : 0,
            Language = Word(matter, "lang"),
        };
    }

    /// <summary>An archive of ours: the manifest says what is what.</summary>
    private async IAsyncEnumerable<SourceItem> OwnAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var yaml = await archive.ReadAsync(ArchiveNames.Site, MaxManifestBytes, cancellationToken) ?? throw new BusinessException(SitesTransferErrorCodes.ImportFileTooLarge).WithData("MaxMegabytes", MaxManifestBytes / (1024 * 1024));
        var manifest = SiteManifest.Read(Encoding.UTF8.GetString(yaml));
        if (manifest.Format != ArchiveNames.Format) throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown);
        yield return new SourceItem(SourceKind.Site, "site", manifest.Title) { Url = manifest.Url, Language = manifest.Language, FormerPaths = manifest.FormerNewsAddresses, Own = new(manifest.Look) { ["language"] = manifest.Language } };
        foreach (var media in manifest.Media)
        {
            yield return archive.Has(media.File)
                ? new SourceItem(SourceKind.Media, media.Id, media.Name) { Entry = media.File, Alt = media.Alt, Caption = media.Caption, Slug = media.Name, Own = media.Details }
                : new SourceItem(SourceKind.Other, media.Id, media.Name) { Reason = "FileMissing" };
        }
        foreach (var category in manifest.Categories) yield return new SourceItem(SourceKind.Category, category.Name, category.Name) { Slug = category.Slug, FormerPaths = category.FormerAddresses };
        var former = manifest.FormerAddresses.ToLookup(address => address.Text, address => address.Path);
        foreach (var entry in manifest.Texts)
        {
            if (await TextAsync(entry.File, cancellationToken) is { } text)
                yield return Own(entry, text, entry.Draft is null ? null : await TextAsync(entry.Draft, cancellationToken), [.. former[entry.Id]]);
            else yield return new SourceItem(SourceKind.Other, entry.Id, entry.File) { Reason = "FileMissing" };
        }
        foreach (var form in manifest.Forms) yield return await FileAsync(SourceKind.Form, form, text => FormFile.Read(text).Name, cancellationToken);
        foreach (var one in manifest.Events) yield return await FileAsync(SourceKind.Event, one, text => EventFile.Read(text).Title, cancellationToken);
        foreach (var item in Menu(manifest.Menu, null)) yield return item;
        var listed = manifest.Texts.SelectMany(text => new[] { text.File, text.Draft }).Concat(manifest.Media.Select(media => media.File)).Concat(manifest.Forms.Concat(manifest.Events).Select(file => file.File)).Append(ArchiveNames.Site).Append(ArchiveNames.ReadMe).ToHashSet();
        foreach (var name in archive.Names.Where(name => !listed.Contains(name))) yield return new SourceItem(SourceKind.Other, name, name) { Reason = "File" };
    }

    /// <summary>One that cannot be read is refused when its turn comes, with the line; the others come in.</summary>
    private async Task<SourceItem> FileAsync(SourceKind kind, SiteManifest.FileEntry entry, Func<string, string> titleOf, CancellationToken cancellationToken)
    {
        if (await TextAsync(entry.File, cancellationToken) is not { } text) return new SourceItem(SourceKind.Other, entry.Id, entry.File) { Reason = "FileMissing" };
        string title;
        try
        {
            title = titleOf(text);
        }
        catch (BusinessException)
        {
            title = entry.File;
        }
        return new SourceItem(kind, entry.Id, title) { Entry = entry.File, Body = text, Own = new() { ["archive"] = "1" } };
    }

    private static IEnumerable<SourceItem> Menu(IEnumerable<SiteManifest.MenuEntry> entries, string? parent)
    {
        var order = 0;
        foreach (var entry in entries)
        {
            var key = (parent is null ? "menu:" : parent + ".") + ++order;
            yield return new SourceItem(SourceKind.MenuItem, key, entry.Title ?? "") { ParentKey = parent, Url = entry.Target, Order = order };
            foreach (var inner in Menu(entry.Children, key)) yield return inner;
        }
    }

    private static SourceItem Own(SiteManifest.TextEntry entry, string text, string? draft, List<string> former)
    {
        var matter = Twin.Read(text).Extra;
        var own = new Dictionary<string, string> { ["archive"] = "1" };
        if (entry.Kind is not null) own["kind"] = entry.Kind;
        if (draft is not null) own["draft"] = draft;
        if (entry.WasPublished is { } since) own["wasPublished"] = since.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        foreach (var name in new[] { "audience", "publishAt", "unpublishAt" })
            if (Word(matter, name) is { } value) own[name] = value;
        return new SourceItem(entry.IsPost ? SourceKind.Post : SourceKind.Page, entry.Id, Word(matter, "title") ?? "")
        {
            Slug = Word(matter, "slug"), Status = entry.Published is null ? SourceStatus.Draft : SourceStatus.Published, Date = entry.Published?.ToUniversalTime(),
            Author = Word(matter, "author"), Excerpt = Word(matter, "excerpt"), Format = SourceFormat.Markdown, Body = text, Categories = Words(matter, "categories"), Entry = entry.File,
            FormerPaths = former, Own = own,
        };
    }

    private static string? Word(JsonObject matter, string name) => matter[name] switch
    {
        JsonValue value => value.ToString() is { Length: > 0 } text ? text : null,
        _ => null,
    };

    private static List<string> Words(JsonObject matter, params string[] names) => [.. names.SelectMany(name => matter[name] switch
    {
        JsonArray array => array.OfType<JsonValue>().Select(value => value.ToString()),
        JsonValue value => value.ToString().Split(','),
        _ => [],
    }).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()];

    private static DateTime? Date(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date.Year > 1990 ? date.UtcDateTime : null;

    [GeneratedRegex(@"\A(?:(?<date>\d{4}-\d{2}-\d{2})-)?(?<name>.*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A\s*#[ \t]+(?<title>[^\n]+)(?:\n|\z)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
