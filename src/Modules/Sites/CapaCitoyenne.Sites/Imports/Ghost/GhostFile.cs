using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CapaCitoyenne.Sites.Imports.Ghost;

/// <summary>
/// Ghost's export: <c>{"db":[{"data":{"posts":[…],"tags":[…],…}}]}</c>, alone or in an archive with its pictures. Members, comments and
/// newsletters are people's data and stay behind.
/// </summary>
internal sealed partial class GhostFile(Stream stream, SafeArchive? archive) : SourceFile
{
    // Read whole: Ghost writes one object, and its exports hold no picture.
    private const long MaxBytes = 200L * 1024 * 1024;
    private const string SiteAddress = "__GHOST_URL__";

    public override async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var data = await OpenAsync(cancellationToken);
        yield return new SourceItem(SourceKind.Site, "site", Setting(data, "title") ?? "") { Language = Setting(data, "lang") ?? Setting(data, "locale") };

        var tags = Rows(data, "tags").Where(tag => Text(tag, "visibility") != "internal").ToDictionary(tag => Text(tag, "id") ?? "", tag => tag);
        foreach (var (id, tag) in tags) yield return new SourceItem(SourceKind.Category, id, Text(tag, "name") ?? id) { Slug = Text(tag, "slug") };
        foreach (var image in Pictures(data)) yield return image;
        var tagsOf = Rows(data, "posts_tags").OrderBy(row => Number(row, "sort_order")).ToLookup(row => Text(row, "post_id") ?? "", row => Text(row, "tag_id") ?? "");
        var metaOf = Rows(data, "posts_meta").ToLookup(row => Text(row, "post_id") ?? "");
        var users = Rows(data, "users").ToDictionary(user => Text(user, "id") ?? "", user => Text(user, "name"));
        var authorsOf = Rows(data, "posts_authors").ToLookup(row => Text(row, "post_id") ?? "", row => Text(row, "author_id") ?? "");
        foreach (var post in Rows(data, "posts"))
        {
            var key = Text(post, "id") ?? Text(post, "uuid") ?? "";
            var author = authorsOf[key].Append(Text(post, "author_id") ?? "").Select(id => users.GetValueOrDefault(id)).FirstOrDefault(name => name is not null);
            yield return Publication(post, key, [.. tagsOf[key].Where(tags.ContainsKey)], metaOf[key].Select(row => (JsonElement?)row).FirstOrDefault(), author);
        }
        var members = Rows(data, "members").Count() + Rows(data, "comments").Count();
        if (members > 0) yield return new SourceItem(SourceKind.Other, "members", "") { Reason = "Members", Count = members };
        foreach (var entry in Navigation(data)) yield return entry;
    }

    public override async Task<byte[]?> ReadEntryAsync(string name, int maxBytes, CancellationToken cancellationToken)
        => archive is null ? null : await archive.ReadAsync(name, maxBytes, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        archive?.Dispose();
    }

    private async Task<JsonElement> OpenAsync(CancellationToken cancellationToken)
    {
        if (stream.Length > MaxBytes) throw new BusinessException(SitesTransferErrorCodes.ImportFileTooLarge).WithData("MaxMegabytes", MaxBytes / (1024 * 1024));
        stream.Position = 0;
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, new JsonDocumentOptions { MaxDepth = 64 }, cancellationToken);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("db", out var db) && db is { ValueKind: JsonValueKind.Array } && db.GetArrayLength() > 0) root = db[0];
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("posts", out _)) return data.Clone();
        }
        catch (JsonException exception)
        {
            throw new BusinessException(SitesTransferErrorCodes.ImportFileUnreadable, innerException: exception).WithData("Line", (exception.LineNumber ?? -1) + 1);
        }
        throw new BusinessException(SitesTransferErrorCodes.ImportFileUnknown);
    }

    private static SourceItem Publication(JsonElement post, string key, List<string> tags, JsonElement? meta, string? author)
    {
        var isPage = Text(post, "type") == "page" || Number(post, "page") == 1;
        var slug = Text(post, "slug");
        var visibility = Text(post, "visibility");
        return new SourceItem(isPage ? SourceKind.Page : SourceKind.Post, key, Text(post, "title") ?? "")
        {
            Slug = slug,
            Status = Text(post, "status") switch
            {
                "published" when visibility is null or "public" => SourceStatus.Published,
                "published" or "sent" => SourceStatus.Private,
                "scheduled" => SourceStatus.Scheduled,
                _ => SourceStatus.Draft,
            },
            Date = DateTime.TryParse(Text(post, "published_at") ?? Text(post, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null,
            Author = author,
            Excerpt = Text(post, "custom_excerpt"),
            Format = SourceFormat.Html,
            Body = Local(Text(post, "html") ?? GhostText.Html(Text(post, "lexical"), Text(post, "mobiledoc"))),
            Categories = tags,
            FeaturedKey = Text(post, "feature_image") is { Length: > 0 } image ? Local(image) : null,
            FormerPaths = slug is { Length: > 0 } ? ["/" + slug] : [],
            Own = meta is { } row && Text(row, "feature_image_alt") is { Length: > 0 } alt ? new() { ["featuredAlt"] = alt } : [],
        };
    }

    /// <summary>Pictures are named in texts only; in an archive they lie beside.</summary>
    private IEnumerable<SourceItem> Pictures(JsonElement data)
    {
        var alts = Rows(data, "posts_meta").Where(row => Text(row, "feature_image_alt") is { Length: > 0 }).ToDictionary(row => Text(row, "post_id") ?? "", row => Text(row, "feature_image_alt"));
        var featured = Rows(data, "posts").Where(post => Text(post, "feature_image") is { Length: > 0 })
            .Select(post => (Address: Local(Text(post, "feature_image")!)!, Alt: alts.GetValueOrDefault(Text(post, "id") ?? "")));
        var inTexts = Rows(data, "posts").SelectMany(post => Source().Matches(Local(Text(post, "html") ?? GhostText.Html(Text(post, "lexical"), Text(post, "mobiledoc"))) ?? "")
            .Select(match => (Address: match.Groups["address"].Value, Alt: (string?)null)));
        foreach (var (address, alt) in featured.Concat(inTexts).DistinctBy(picture => Original(picture.Address)))
        {
            var path = Original(address);
            if (!path.StartsWith("/content/", StringComparison.Ordinal)) continue;
            var entry = archive?.Names.FirstOrDefault(name => ("/" + name).EndsWith(path, StringComparison.Ordinal) || path.EndsWith("/" + name, StringComparison.Ordinal));
            yield return new SourceItem(SourceKind.Media, address, Path.GetFileName(path)) { Url = path, Entry = entry, Alt = alt, FormerPaths = [path] };
        }
    }

    private static IEnumerable<SourceItem> Navigation(JsonElement data)
    {
        if (Setting(data, "navigation") is not { Length: > 0 } json) yield break;
        JsonArray? entries;
        try
        {
            entries = JsonNode.Parse(json) as JsonArray;
        }
        catch (JsonException)
        {
            yield break;
        }
        var order = 0;
        foreach (var entry in entries?.OfType<JsonObject>() ?? [])
            yield return new SourceItem(SourceKind.MenuItem, "menu:" + order, entry["label"]?.ToString() ?? "") { Url = Local(entry["url"]?.ToString()), Order = order++ };
    }

    /// <summary>Ghost's mark for the site's own address becomes a path.</summary>
    private static string? Local(string? text) => text?.Replace(SiteAddress, "", StringComparison.Ordinal);

    /// <summary><c>/content/images/size/w600/2023/x.jpg</c> is a size of <c>/content/images/2023/x.jpg</c>.</summary>
    private static string Original(string address) => SourcePaths.WithoutSize(SourcePaths.Of(address) ?? address);

    private static IEnumerable<JsonElement> Rows(JsonElement data, string table)
        => data.TryGetProperty(table, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object) : [];

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;

    private static string? Setting(JsonElement data, string key) => Rows(data, "settings").Where(row => Text(row, "key") == key).Select(row => Text(row, "value")).FirstOrDefault();

    [GeneratedRegex("<(?:img|source|a|video|audio)\\b[^>]*?(?:src|href)=[\"'](?<address>[^\"']*?/content/(?:images|files|media)/[^\"']+)[\"']", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Source();
}
