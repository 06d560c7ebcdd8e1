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

    /// <summary>How a day is written for readers, for instance « 21 novembre 2026 ».</summary>
    public Func<DateOnly, string> Day { get; init; } = day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Everything a writer needs to know besides the document.</summary>
public sealed class WriterContext
{
    public required WriterTarget Target { get; init; }

    /// <summary>Scheme and host of the site, without a final slash; relative addresses get it in mails, feeds and text.</summary>
    public string? BaseUrl { get; init; }

    public IReferenceResolver References { get; init; } = NoReferences.Instance;

    /// <summary>The reader's day: blocks after their <c>until</c> are left out. Null shows every block.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether blocks for members only are written.</summary>
    public bool ForMembers { get; init; }

    /// <summary>The latest published posts, newest first, at most that many.</summary>
    public Func<int, IReadOnlyList<NewsItem>> News { get; init; } = _ => [];

    /// <summary>
    /// Writes a block of another module: HTML, or plain text for <see cref="WriterTarget.Text"/>; null when the block's module is
    /// not there. The module answers for escaping.
    /// </summary>
    public Func<string, JsonObject, string?> External { get; init; } = (_, _) => null;

    /// <summary>Colour of buttons and links in mails, <c>#rrggbb</c>. The site's pages take theirs from the theme.</summary>
    public string AccentColor { get; init; } = "#1f3a93";

    public WriterWords Words { get; init; } = new();

    internal bool IsShown(Block block)
        => (Today is not { } day || block.IsShownOn(day)) && (ForMembers || block.Text("audience") != "members");

    internal string Absolute(string url)
        => BaseUrl is not null && Target != WriterTarget.Web && url.StartsWith('/') ? BaseUrl + url : url;
}
