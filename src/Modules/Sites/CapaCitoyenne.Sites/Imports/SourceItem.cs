using System.Text.Json;
using System.Text.Json.Serialization;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>What a thing in an imported file is. Things are taken in in this order: what others refer to comes first.</summary>
internal enum SourceKind
{
    /// <summary>The site itself: title, address, language.</summary>
    Site = 0,
    Media = 1,
    Category = 2,

    /// <summary>A text that others include (WordPress's synced patterns); not shown by itself.</summary>
    Pattern = 3,
    Page = 4,
    Post = 5,
    MenuItem = 6,
    Form = 7,
    Event = 8,

    /// <summary>Something that has no place here; the report says so.</summary>
    Other = 9,
}

internal static class SourceKindExtensions
{
    /// <summary>Its id here comes from the file, so that others can name it before it is there.</summary>
    public static bool HasOwnId(this SourceKind kind) => kind is SourceKind.Page or SourceKind.Post or SourceKind.Form or SourceKind.Event;
}

internal enum SourceStatus
{
    Draft,
    Scheduled,
    Published,

    /// <summary>Online there, but not for everybody.</summary>
    Private,
}

/// <summary>How a body is written.</summary>
internal enum SourceFormat
{
    /// <summary>WordPress: HTML with or without block comments, shortcodes, blank lines as paragraphs.</summary>
    WordPress,
    Html,

    /// <summary>Markdown, or the plain text twin, which is Markdown with directives.</summary>
    Markdown,
}

/// <summary>One thing found in a file, whatever the kind of file. Kept as a row until it is taken in.</summary>
internal sealed record SourceItem(SourceKind Kind, string Key, string Title)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Slug { get; init; }
    public string? ParentKey { get; init; }
    public SourceStatus Status { get; init; }

    /// <summary>UTC; null when the file says none, or nonsense such as <c>0000-00-00</c>.</summary>
    public DateTime? Date { get; init; }
    public string? Author { get; init; }
    public string? Excerpt { get; init; }
    public SourceFormat Format { get; init; }
    public string? Body { get; init; }

    /// <summary>Keys of categories.</summary>
    public List<string> Categories { get; init; } = [];

    /// <summary>Words that pages here do not have; the report names them.</summary>
    public List<string> Tags { get; init; } = [];
    public string? FeaturedKey { get; init; }

    /// <summary>Paths on the old site, beginning with a slash, decoded, without a final slash.</summary>
    public List<string> FormerPaths { get; init; } = [];
    public int Order { get; init; }
    public string? Language { get; init; }

    /// <summary>Address on the web: of the site, of a picture, of a menu entry.</summary>
    public string? Url { get; init; }

    /// <summary>Name in the archive.</summary>
    public string? Entry { get; init; }
    public string? Alt { get; init; }
    public string? Caption { get; init; }

    /// <summary>What a menu entry leads to.</summary>
    public string? TargetKey { get; init; }

    /// <summary>For <see cref="SourceKind.Other"/>: the code that says why it is left out.</summary>
    public string? Reason { get; init; }

    /// <summary>More of it that is left out alike (comments of a post…).</summary>
    public int Count { get; init; }

    /// <summary>What only our own archive knows: kind of the page, look of the site…</summary>
    public Dictionary<string, string> Own { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static SourceItem FromJson(string json) => JsonSerializer.Deserialize<SourceItem>(json, Json)!;
}
