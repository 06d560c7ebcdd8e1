using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>What later things need of one: kept with its row, so that a restart knows it again.</summary>
internal sealed record ImportTrace
{
    public string? Url { get; init; }
    public string? Entry { get; init; }
    public string? Alt { get; init; }
    public string? Caption { get; init; }
    public List<string> Paths { get; init; } = [];
    public bool IsDocument { get; init; }
    public string? FileName { get; init; }

    /// <summary>Under another page.</summary>
    public bool IsInner { get; init; }
    public int Order { get; init; }

    public static ImportTrace Of(SourceItem item) => new()
    {
        Url = item.Kind == SourceKind.Media ? item.Url : null, Entry = item.Entry, Alt = item.Alt, Caption = item.Caption, Paths = item.FormerPaths,
        IsInner = item.ParentKey is not null, Order = item.Order,
    };
}

/// <summary>Finds what was taken in by what the file calls it: key, address, path.</summary>
internal sealed class ImportMap(string? siteUrl)
{
    private readonly Dictionary<string, MediaTarget> _mediaByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MediaTarget> _mediaByPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Urn, SourceKind Kind)> _pagesByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pagesByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _ids = [];
    private readonly HashSet<string> _hosts = Hosts(siteUrl);

    public Dictionary<string, string> Patterns { get; } = new(StringComparer.Ordinal);

    public void AddMedia(string key, Guid id, string fileName, ImportTrace trace)
    {
        var target = new MediaTarget(Urn.Of("media", id), fileName, trace.Alt, trace.Caption, !trace.IsDocument);
        _mediaByKey.TryAdd(key, target);
        foreach (var path in trace.Paths.Append(trace.Entry).OfType<string>()) _mediaByPath.TryAdd(path, target);
    }

    /// <summary>What texts lead to: pages, posts, forms, events.</summary>
    public void AddTarget(SourceKind kind, string key, Guid id, IEnumerable<string> paths)
    {
        var urn = Urn.Of(kind switch { SourceKind.Post => "post", SourceKind.Form => Forms.Form.UrnScheme, SourceKind.Event => Agenda.Event.UrnScheme, _ => "page" }, id);
        _ids.Add(id);
        _pagesByKey.TryAdd(key, (urn, kind));
        foreach (var path in paths) _pagesByPath.TryAdd(path, urn);
    }

    /// <summary>Whether a page, post, form or event of this id came with the file.</summary>
    public bool Holds(Guid id) => _ids.Contains(id);

    public void AddCategory(string key, Guid id) => _categories.TryAdd(key, id);

    public Guid? Category(string key) => _categories.TryGetValue(key, out var id) ? id : null;

    public MediaTarget? MediaOf(string key) => _mediaByKey.GetValueOrDefault(key);

    /// <summary>By address; another size of a picture is that picture.</summary>
    public MediaTarget? MediaAt(string address)
    {
        if (_mediaByKey.TryGetValue(address, out var known)) return known;
        if (!IsOwn(address) || SourcePaths.Of(address) is not { } path) return null;
        return _mediaByPath.GetValueOrDefault(path) ?? _mediaByPath.GetValueOrDefault(SourcePaths.WithoutSize(path))
            // WordPress keeps the large original beside « -scaled ».
            ?? (path.LastIndexOf('.') is > 0 and var dot ? _mediaByPath.GetValueOrDefault(path[..dot] + "-scaled" + path[dot..]) : null);
    }

    /// <summary>By its name in the archive.</summary>
    public string? AtEntry(string name) => _mediaByPath.TryGetValue(name, out var media) ? media.Urn : _pagesByPath.GetValueOrDefault(name);

    public string? PublicationOf(string key) => _pagesByKey.TryGetValue(key, out var found) ? found.Urn : null;

    /// <summary>A link as it is to be: what came along is named by its URN, the rest stays.</summary>
    public string Link(string address)
    {
        if (!IsOwn(address)) return address;
        var anchor = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? address[at..] : "";
        if (SourcePaths.Of(address) is { } path && _pagesByPath.TryGetValue(path, out var urn)) return urn;
        // /?p=12 and /?page_id=12 name a text by its number.
        if (Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri) && Number(uri) is { } key && _pagesByKey.TryGetValue(key, out var page)) return page.Urn;
        if (anchor.Length == address.Length) return address;
        return siteUrl is not null && address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? siteUrl + address : address;
    }

    /// <summary>Addresses of the old site, with or without www, and relative ones.</summary>
    public bool IsOwn(string address)
        => address.Length > 0 && (address[0] is '/' or '#' or '?' or '.' && !address.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address, UriKind.Absolute, out var uri) && _hosts.Contains(Bare(uri.Host))));

    private static string? Number(Uri address)
    {
        var text = address.OriginalString;
        foreach (var name in new[] { "?p=", "?page_id=", "&p=", "&page_id=" })
        {
            if (text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at)
                return new string([.. text[(at + name.Length)..].TakeWhile(char.IsAsciiDigit)]) is { Length: > 0 } number ? number : null;
        }
        return null;
    }

    private static HashSet<string> Hosts(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Bare(uri.Host) } : [];

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
