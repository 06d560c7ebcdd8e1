using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents.Blocks;
using CapaCitoyenne.Sites.Documents.Prose;

namespace CapaCitoyenne.Sites.Documents.Writers;

/// <summary>What a document is written for.</summary>
public enum WriterTarget
{
    /// <summary>A public page: classes of the site's style sheet, responsive pictures, no script, no inline style.</summary>
    Web,

    /// <summary>The inner part of an HTML mail, 600 px wide: tables, inline styles, absolute addresses.</summary>
    Email,

    /// <summary>Plain text, for the text part of a mail and for search.</summary>
    Text,

    /// <summary>HTML without classes and with absolute addresses, for Atom, RSS and JSON Feed.</summary>
    Feed,

    /// <summary>A page on paper: one picture size, addresses spelled out after links.</summary>
    Print,
}

/// <summary>One entry of the news block.</summary>
public sealed record NewsItem(string Title, string Url, DateOnly Date, string? Excerpt);

/// <summary>One entry of the agenda block.</summary>
/// <param name="When">When it is, in words: « samedi 5 décembre 2026, 14 h ».</param>
/// <param name="Start">The same for machines, as HTML's <c>datetime</c> takes it: <c>2026-12-05T14:00</c>, or a day.</param>
public sealed record EventItem(string Title, string Url, string When, string Start, string? Place = null, bool IsCancelled = false, bool IsOnline = false);

/// <summary>Words that writers put into a document, in its language; given by the caller, since this library holds no text.</summary>
public sealed record WriterWords
{
    public string Footnotes { get; init; } = "Notes";

    public string BackToText { get; init; } = "↩";

    /// <summary>Said of a warning without a title, which must not be told by colour alone.</summary>
    public string Warning { get; init; } = "Important";

    /// <summary>Name of the scrolling region around a table.</summary>
    public string Table { get; init; } = "Tableau";

    public string NoNews { get; init; } = "";

    public string NoEvents { get; init; } = "";

    public string Cancelled { get; init; } = "Annulé";

    public string Online { get; init; } = "En ligne";

    /// <summary>The name of a file that has none.</summary>
    public string Document { get; init; } = "Document";

    public string PlayVideo { get; init; } = "Lire la vidéo";

    /// <summary>From which host a film comes, told before anything is asked of it.</summary>
    public Func<string, string> VideoFrom { get; init; } = host => $"Elle vient de {host}.";

    public string Transcript { get; init; } = "Transcription";

    public string OpenMap { get; init; } = "Voir sur OpenStreetMap";

    /// <summary>The title of a table of contents that has none.</summary>
    public string OnThisPage { get; init; } = "Sur cette page";

    public string Due { get; init; } = "Échéance";

    /// <summary>The words for a commitment's state, <c>in-progress</c>.</summary>
    public Func<string, string> CommitmentState { get; init; } = state => state;

    /// <summary>How long something takes, from minutes.</summary>
    public Func<int, string> Minutes { get; init; } = minutes => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes} min");

    /// <summary>How large a file is, from bytes: « 2 Mo ».</summary>
    public Func<long, string> FileSize { get; init; } = bytes => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} Kio");

    /// <summary>Leads to a gallery as a whole, from how many pictures it has.</summary>
    public Func<int, string> AllPictures { get; init; } = count => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Voir les {count} photos");

    /// <summary>How a day is written for readers, for instance « 21 novembre 2026 ».</summary>
    public Func<DateOnly, string> Day { get; init; } = day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Everything a writer needs to know besides the document.</summary>
public sealed class WriterContext
{
    public required WriterTarget Target { get; init; }

    /// <summary>Scheme and host of the site, without a final slash; relative addresses get it in mails, feeds and text.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Where readers of a mail find the whole document on the web; without it a mail holds all of it.</summary>
    public string? PageUrl { get; init; }

    public IReferenceResolver References { get; init; } = NoReferences.Instance;

    /// <summary>The reader's day: blocks after their <c>until</c> are left out. Null shows every block.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Plain text without the addresses behind links and the marks of lists, quotes and tables: what a search reads and shows.</summary>
    public bool WordsOnly { get; init; }

    /// <summary>Whether blocks for members only are written.</summary>
    public bool ForMembers { get; init; }

    /// <summary>The latest published posts, newest first: at most that many, of that category (null: all).</summary>
    public Func<int, string?, IReadOnlyList<NewsItem>> News { get; init; } = (_, _) => [];

    /// <summary>The next events, soonest first: at most that many, of that category (null: all).</summary>
    public Func<int, string?, IReadOnlyList<EventItem>> Events { get; init; } = (_, _) => [];

    /// <summary>
    /// HTML of the form that a <c>form:</c> URN names, for the web: a real <c>&lt;form method="post"&gt;</c> that works without a script. Null
    /// when it cannot be filled in here: a link to it stands there then. Whoever gives it answers for escaping.
    /// </summary>
    public Func<string, string?> Form { get; init; } = _ => null;

    /// <summary>
    /// Whether films are shown in frames on the web. The caller then sends a policy that allows <see cref="DocumentInsight.FrameSources"/>;
    /// otherwise a link stands there.
    /// </summary>
    public bool ShowsFrames { get; init; }

    /// <summary>
    /// Writes a block of another module from its type and its fields with the <c>id</c>: HTML, or plain text for
    /// <see cref="WriterTarget.Text"/>; null when the block's module is not there. The module answers for escaping.
    /// </summary>
    public Func<string, JsonObject, string?> External { get; init; } = (_, _) => null;

    /// <summary>Colour of buttons and links in mails, <c>#rrggbb</c>. The site's pages take theirs from the theme.</summary>
    public string AccentColor { get; init; } = "#1f3a93";

    public WriterWords Words { get; init; } = new();

    internal bool IsShown(Block block)
        => (Today is not { } day || block.IsShownOn(day)) && (ForMembers || !block.IsForMembers);

    internal string? WriteExternal(Block block)
    {
        var fields = (JsonObject)block.Fields.DeepClone();
        fields["id"] = block.Id;
        return External(block.Type, fields);
    }

    internal string Absolute(string url)
        => BaseUrl is not null && Target != WriterTarget.Web && url.StartsWith('/') ? BaseUrl + url : url;
}
